import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandNames } from '../../src/extension/commands/commandNames';
import { actionCommands } from '../../src/extension/panelActions';
import manifest from '../../package.json';
import german from '../../package.nls.de.json';
import english from '../../package.nls.json';

const root = resolve(__dirname, '../..');
const ids: readonly string[] = commandNames.map((name) => `safeAug.${name}`);
const { commands, menus, configuration, walkthroughs, views, viewsWelcome } = manifest.contributes;

describe('package.json', () => {
  it('contributes exactly the commands that there are, all in the category "Safe Aug"', () => {
    expect(commands.map(({ command }) => command).sort()).toEqual([...ids].sort());
    expect(new Set(commands.map(({ category }) => category))).toEqual(new Set(['Safe Aug']));
  });

  it('names only commands that there are, in menus, links and behind the panel’s buttons', () => {
    const inMenus = Object.values(menus).flatMap((items) => items.map(({ command }) => command));
    const links = JSON.stringify({ english, german }).matchAll(/command:(safeAug\.\w+)/g);
    const completions = walkthroughs
      .flatMap(({ steps }) => steps.flatMap(({ completionEvents }) => completionEvents))
      .map((event) => event.replace('onCommand:', ''));
    const named = [...inMenus, ...[...links].map(([, id]) => id), ...completions, ...Object.values(actionCommands)];
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('says everything in English and German, and nothing besides', () => {
    const keys = [...new Set([...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key))].sort();
    expect(Object.keys(english).sort()).toEqual(keys);
    expect(Object.keys(german).sort()).toEqual(keys);
  });

  it('keeps the same links in both languages', () => {
    const linksOf = (text: string): string[] => [...text.matchAll(/\(command:[\w.]+\)/g)].map(([link]) => link);
    for (const [key, text] of Object.entries(english)) {
      expect(linksOf(german[key as keyof typeof german]), key).toEqual(linksOf(text));
    }
  });

  it('starts nothing in a workspace that is not trusted: what learns or writes needs trust', () => {
    const writing = ['writeSafeAugFile', 'insertSafeSet', 'deleteRun'];
    const needTrust = ['learn', 'learnToy', 'learnAgain', 'resume', 'doctor', ...writing];
    for (const name of needTrust) {
      const found = commands.find(({ command }) => command === `safeAug.${name}`);
      expect(found?.enablement, name).toContain('isWorkspaceTrusted');
    }
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    expect(restrictedConfigurations).toContain('safeAug.nodePath');
  });

  it('describes and scopes every setting', () => {
    for (const [name, setting] of Object.entries(configuration.properties)) {
      expect(Object.keys(setting), name).toEqual(
        expect.arrayContaining(['type', 'default', 'scope', 'markdownDescription']),
      );
    }
    expect(configuration.properties['safeAug.nodePath'].scope).toBe('machine-overridable');
  });

  it('points to files that are there', () => {
    const files = [
      ...[manifest.icon, manifest.contributes.viewsContainers.activitybar[0].icon, views.safeAug[0].icon],
      ...manifest.contributes.jsonValidation.map(({ url }) => url),
      ...walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown)),
      // VS Code looks for a translation beside each.
      ...walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown.replace(/md$/, 'nls.de.md'))),
    ];
    expect(files.filter((file) => !existsSync(resolve(root, file)))).toEqual([]);
    expect(viewsWelcome.every(({ view }) => view === views.safeAug[0].id)).toBe(true);
  });

  it('is CommonJS, as the oldest supported editor loads it', () => {
    expect(manifest).not.toHaveProperty('type');
    expect(manifest.engines.vscode).toBe('^1.99.0');
    expect(readFileSync(resolve(root, manifest.main), 'utf8')).toContain('require("vscode")');
  });
});

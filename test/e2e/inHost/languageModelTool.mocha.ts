import assert from 'node:assert/strict';
import * as vscode from 'vscode';

async function ask(input: object): Promise<string> {
  const result = await vscode.lm.invokeTool('safe-aug_get_safe_set', { input, toolInvocationToken: undefined });
  const [part] = result.content;
  assert.ok(part instanceof vscode.LanguageModelTextPart);
  return part.value;
}

describe('the language-model tool', () => {
  it('has a schema of what it takes', () => {
    const tool = vscode.lm.tools.find(({ name }) => name === 'safe-aug_get_safe_set');
    assert.ok(tool?.inputSchema);
  });

  it('reads the results of the workspace', async () => {
    const [answer] = JSON.parse(await ask({})) as { dataset: string; safeSet: { name: string }[] }[];
    assert.equal(answer.dataset, 'eurosat');
    assert.ok(answer.safeSet.some(({ name }) => name === 'HorizontalFlip'));
  });

  it('says so where there is no result', async () => {
    assert.match(await ask({ dataset: 'nothing of the kind' }), /no result of Safe Aug/);
  });
});

import { message, type Message } from '../words/message';
import { Refusal } from '../words/refusal';
import type { SafeAugFile, SafeAugTransform, SafeAugVerdict } from '../../protocol/safeAugFile';
import type { BudgetName, Profile, RuleName, Verdict } from '../../protocol/vocabulary';

const verdictNames: readonly Verdict[] = ['safe', 'shifting', 'harmful', 'undecided'];
const profiles: readonly Profile[] = ['modern', 'paper'];
const rules: readonly RuleName[] = ['interval', 'paper'];
const budgets: readonly BudgetName[] = ['quick', 'standard', 'thorough', 'paper'];

/**
 * The contents of a safe-aug.json, checked value by value: what people may have edited goes into their code. `path` names the file in
 * errors. Throws a `Refusal` that says which value is wrong and what to do.
 */
export function parseSafeAugFile(text: string, path: string): SafeAugFile {
  const file = new Reader(path, '', json(text, path));
  if (file.value('version') !== 1) file.fail('version', message('1, the version that this Safe Aug knows'));
  const dataset = file.map('dataset');
  const use = file.map('use');
  const parsed: SafeAugFile = {
    version: 1,
    safeAugVersion: file.text('safeAugVersion'),
    dataset: {
      name: dataset.text('name'),
      path: dataset.text('path'),
      fingerprint: dataset.text('fingerprint'),
      images: dataset.count('images'),
      classes: dataset.count('classes'),
    },
    judgedSize: file.count('judgedSize'),
    budget: file.value('budget') === null ? null : file.oneOf('budget', budgets),
    presentations: file.count('presentations'),
    complete: file.flag('complete'),
    seed: file.count('seed'),
    profile: file.oneOf('profile', profiles),
    rule: file.oneOf('rule', rules),
    threshold: file.share('threshold'),
    engine: file.text('engine'),
    verdicts: Object.fromEntries(file.map('verdicts').entries().map(verdictEntry)),
    safeSet: file.list('safeSet').map(transformOf),
    use: { subsetSize: use.count('subsetSize'), p: use.share('p') },
    recommendedUse: file.text('recommendedUse'),
    warnings: file.texts('warnings'),
    run: file.value('run') === null ? null : file.text('run'),
  };
  for (const { name } of parsed.safeSet) {
    if (!Object.hasOwn(parsed.verdicts, name))
      file.fail('safeSet', message('transforms that have a verdict, and {0} has none', name));
  }
  return parsed;
}

function verdictEntry([name, entry]: readonly [string, Reader]): [string, SafeAugVerdict] {
  return [
    name,
    {
      verdict: entry.oneOf('verdict', verdictNames),
      evidence: entry.text('evidence'),
      exceptClasses: entry.texts('exceptClasses'),
      otherClasses: entry.value('otherClasses') === null ? null : entry.oneOf('otherClasses', verdictNames),
    },
  ];
}

function transformOf(entry: Reader): SafeAugTransform {
  const params = entry.map('params');
  return {
    name: entry.text('name'),
    params: Object.fromEntries(params.keys().map((key) => [key, params.numbers(key)])),
  };
}

/** A map of the file, with what it is called in errors. */
class Reader {
  readonly #path: string;
  readonly #name: string;
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(path: string, name: string, value: unknown) {
    this.#path = path;
    this.#name = name;
    if (!isMap(value)) throw problem(path, name, message('a map of keys'));
    this.#values = value;
  }

  keys(): string[] {
    return Object.keys(this.#values);
  }

  value(key: string): unknown {
    return Object.hasOwn(this.#values, key) ? this.#values[key] : undefined;
  }

  map(key: string): Reader {
    return new Reader(this.#path, this.#called(key), this.value(key));
  }

  entries(): [string, Reader][] {
    return this.keys().map((key) => [key, this.map(key)]);
  }

  list(key: string): Reader[] {
    const value = this.value(key);
    if (!Array.isArray(value)) return this.fail(key, message('a list'));
    return value.map((item, index) => new Reader(this.#path, `${this.#called(key)}[${index}]`, item));
  }

  text(key: string): string {
    const value = this.value(key);
    return typeof value === 'string' ? value : this.fail(key, message('a text'));
  }

  texts(key: string): string[] {
    const value = this.value(key);
    const texts = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
    return Array.isArray(value) && texts.length === value.length ? texts : this.fail(key, message('a list of texts'));
  }

  flag(key: string): boolean {
    const value = this.value(key);
    return typeof value === 'boolean' ? value : this.fail(key, message('true or false'));
  }

  count(key: string): number {
    const value = this.value(key);
    return Number.isSafeInteger(value) && (value as number) >= 0
      ? (value as number)
      : this.fail(key, message('a whole number'));
  }

  share(key: string): number {
    const value = this.value(key);
    return typeof value === 'number' && value >= 0 && value <= 1
      ? value
      : this.fail(key, message('a number from 0 to 1'));
  }

  numbers(key: string): number | readonly number[] {
    const value = this.value(key);
    if (typeof value === 'number') return value;
    const numbers = Array.isArray(value) ? value.filter((one) => typeof one === 'number') : [];
    return Array.isArray(value) && numbers.length === value.length
      ? numbers
      : this.fail(key, message('a number or a list of numbers'));
  }

  oneOf<T extends string>(key: string, words: readonly T[]): T {
    return words.find((word) => word === this.value(key)) ?? this.fail(key, message('one of {0}', words.join(', ')));
  }

  fail(key: string, wanted: Message): never {
    throw problem(this.#path, this.#called(key), wanted);
  }

  #called(key: string): string {
    return this.#name === '' ? key : `${this.#name}.${key}`;
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function json(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Refusal(
      message('{0} is no JSON ({1}). Correct it, or write it anew from a run.', path, (error as Error).message),
    );
  }
}

/** `name`: the keys that lead to the value; empty for the whole file. */
function problem(path: string, name: string, wanted: Message): Refusal {
  const what = name === '' ? message('its content') : name;
  return new Refusal(
    message(
      '{0} cannot be used: {1} should be {2}. Correct it, or write the file anew from a run.',
      path,
      what,
      wanted,
    ),
  );
}

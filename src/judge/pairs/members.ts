import type { Closing, MilderMember } from '../../protocol/closing';
import { milderTransforms } from '../magnitudes/milder';
import { type JudgedWithEvidence, safeMembers } from '../safeSet';
import type { Evidence } from '../../protocol/evidence';

/** A transform of the set that is exported, in the pool's order. */
export interface Member {
  readonly name: string;
  /** The strength up to which it is drawn; null: as it was judged. */
  readonly value: number | null;
  /** Where its judged interval ends: the higher, the less certain it is. */
  readonly reach: number;
}

/** A transform with its verdict under the threshold in question. */
export type JudgedTransform = JudgedWithEvidence & {
  readonly evidence: { readonly alone: Pick<Evidence['alone'], 'probe'> };
};

/** What could be exported, before pairs are looked at: the safe transforms, and those that are safe in a smaller range. */
export function candidates(
  transforms: readonly JudgedTransform[],
  { magnitudes }: Pick<Closing, 'magnitudes'>,
): Member[] {
  const safe = safeMembers(transforms).map(({ name, evidence }): Member => {
    return { name, value: null, reach: evidence.alone.probe.intervalJudged[1] };
  });
  const milder = milderTransforms({ transforms, magnitudes }).map(({ magnitude, step }): Member => {
    return { name: magnitude.transform, value: step.value, reach: step.fittedInterval[1] };
  });
  const place = ({ name }: Member): number => transforms.findIndex((transform) => transform.name === name);
  return [...safe, ...milder].sort((a, b) => place(a) - place(b));
}

/** The set that is exported: what could be, without what unsafe pairs removed. */
export function exportedMembers(
  transforms: readonly JudgedTransform[],
  { pairs, magnitudes }: Pick<Closing, 'pairs' | 'magnitudes'>,
): Member[] {
  return candidates(transforms, { magnitudes }).filter(({ name }) => !pairs?.removed.includes(name));
}

/** Those that are drawn in a smaller range than they were judged with. */
export function milderMembers(members: readonly Member[]): MilderMember[] {
  return members.flatMap(({ name, value }) => (value === null ? [] : [{ transform: name, value }]));
}

/** Members that some other member was not seen with, in both orders and at these strengths: nothing is known of them together. */
export function notSeenTogether(members: readonly Member[], pairs: Closing['pairs']): string[] {
  const seen = new Set(pairs?.pairs.map(({ transforms }) => transforms.join(' ')));
  const isKnown = (one: Member, other: Member): boolean =>
    pairs !== null &&
    seen.has(`${one.name} ${other.name}`) &&
    [one, other].every((member) => isSameAs(member, { transforms: [member.name], milder: pairs.milder }));
  return members
    .filter((one) => members.some((other) => other !== one && !(isKnown(one, other) && isKnown(other, one))))
    .map(({ name }) => name);
}

/** Does it stand for one of the measured transforms at the strength that was measured? */
export function isSameAs(
  { name, value }: Member,
  measured: { readonly transforms: readonly string[]; readonly milder: readonly MilderMember[] },
): boolean {
  const range = measured.milder.find(({ transform }) => transform === name)?.value ?? null;
  return measured.transforms.includes(name) && range === value;
}

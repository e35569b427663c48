import { describe, expect, it } from 'vitest';
import { createPool } from '../../src/augment/pool';
import { registry } from '../../src/augment/registry';

const paper = [
  'HorizontalFlip',
  'VerticalFlip',
  'RandomRotate90',
  'Transpose',
  'ToGray',
  'ShiftScaleRotate',
  'RandomCrop',
  'CenterCrop',
  'RandomSizedCrop',
  'RandomContrast',
  'RandomBrightness',
  'RandomGamma',
  'CLAHE',
  'Blur',
  'GaussNoise',
];

describe('createPool', () => {
  it("makes the paper's 15 in the paper's order by default", () => {
    expect(createPool({ profile: 'modern', size: 32 }).map(({ name }) => name)).toEqual(paper);
  });

  it('keeps the order of the names that it is given', () => {
    const names = ['Blur', 'HorizontalFlip'];
    expect(createPool({ names, profile: 'paper', size: 64 }).map(({ name }) => name)).toEqual(names);
  });

  it('names the nearest transform and all of them for an unknown name', () => {
    const make = () => createPool({ names: ['HorizontalFlp'], profile: 'modern', size: 32 });
    expect(make).toThrow('There is no transform named "HorizontalFlp". Did you mean HorizontalFlip?');
    expect(make).toThrow(paper.join(', '));
    expect(() => createPool({ names: ['clahe'], profile: 'modern', size: 32 })).toThrow('Did you mean CLAHE?');
  });

  it('refuses a name that occurs twice', () => {
    const names = ['Blur', 'CLAHE', 'Blur'];
    expect(() => createPool({ names, profile: 'modern', size: 32 })).toThrow('names Blur twice');
  });

  it('hands name and family of the registry on', () => {
    for (const definition of registry) {
      const { name, family } = definition.create({ profile: 'modern', size: 32 });
      expect({ name, family }).toEqual({ name: definition.name, family: definition.family });
    }
  });
});

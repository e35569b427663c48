import type { Item, Split } from '../dataset';
import { counted, some } from '../folder/describeFolder';
import { foldersIn, imagesBeneath, type FolderTree } from '../folder/folderTree';
import { compareByCodePoint } from '../folder/pathOrder';
import { fileItem } from './fileItem';
import type { Format } from './format';
import { splitNamed } from './splitNames';

/** One folder per class, as torchvision's ImageFolder reads it; at most with folders for the splits above them. */
export const imageFolder: Format = {
  name: 'image-folder',
  layout: 'a folder for each class with its images beneath: cat/1.jpg, dog/2.jpg; or train/cat/1.jpg, val/…, test/…',
  recognises: (tree) => classNames(partsOf(tree)).length >= 2,
  read: async ({ tree }) => {
    const parts = partsOf(tree);
    const classes = classNames(parts);
    const labels = new Map(classes.map((name, label) => [name, label]));
    const items = parts.flatMap((part) => [...itemsOf(part, labels)]);
    return { classes, items, notes: notesOn(tree, parts) };
  },
};

interface Part {
  readonly split: Split;
  readonly folder: FolderTree;
}

/** The folders that hold the class folders: those of the splits, or the root alone. */
function partsOf(tree: FolderTree): Part[] {
  const folders = foldersIn(tree).filter(({ images }) => images > 0);
  const named = folders.flatMap((folder) => {
    const split = splitNamed(folder.name);
    return split === undefined ? [] : [{ split, folder }];
  });
  // A class may be called "train", among cars and planes; in the folder of a split the images are in folders.
  const hasTrain = named.some(({ split, folder }) => split === 'train' && folder.ownImages < folder.images / 2);
  return hasTrain || (named.length > 0 && named.length === folders.length) ? named : [{ split: 'train', folder: tree }];
}

function classFolders(folder: FolderTree): FolderTree[] {
  return foldersIn(folder).filter(({ images }) => images > 0);
}

function classNames(parts: readonly Part[]): string[] {
  const names = new Set(parts.flatMap(({ folder }) => classFolders(folder).map(({ name }) => name)));
  return [...names].sort(compareByCodePoint);
}

/** Pictures right in the folder of val or test (a test split whose labels are not given away) stay, without a label. */
function* itemsOf({ split, folder }: Part, labels: ReadonlyMap<string, number>): Generator<Item> {
  for (const found of imagesBeneath(folder)) {
    const inPart = folder.path === '' ? found.path : found.path.slice(folder.path.length + 1);
    const slash = inPart.indexOf('/');
    const label = slash < 0 ? undefined : labels.get(inPart.slice(0, slash));
    if (label !== undefined) yield fileItem(found, label, split);
    else if (split === 'test') yield fileItem(found, -1, split);
  }
}

function notesOn(tree: FolderTree, parts: readonly Part[]): string[] {
  const notes: string[] = [];
  const loose = parts.reduce((sum, { split, folder }) => sum + (split === 'test' ? 0 : folder.ownImages), 0);
  const outside =
    parts[0].folder === tree ? 0 : tree.images - parts.reduce((sum, { folder }) => sum + folder.images, 0);
  if (loose + outside > 0) notes.push(`Not used: ${counted(loose + outside, 'image')} outside the class folders.`);
  const empty = parts.flatMap(({ folder }) => foldersIn(folder).filter(({ images }) => images === 0));
  if (empty.length > 0) {
    notes.push(`${counted(empty.length, 'folder')} without images: ${some(empty.map(({ path }) => path))}.`);
  }
  return notes;
}

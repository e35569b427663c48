import { foldersIn, imagesBeneath } from '../folder/folderTree';
import { fileItem } from './fileItem';
import type { Format } from './format';
import { splitNamed } from './splitNames';

/** Images without labels, anywhere beneath the folder; what lies in a folder named val or test belongs to that split. */
export const flatFolder: Format = {
  name: 'flat-folder',
  layout: 'images in one folder, without labels: 1.jpg, 2.jpg (then nothing can be said about labels)',
  recognises: (tree) => tree.images > 0,
  read: async ({ tree }) => {
    const folders = foldersIn(tree).filter(({ images }) => images > 0);
    const bySplit = folders.length > 0 && folders.every(({ name }) => splitNamed(name) !== undefined);
    const items = [...imagesBeneath(tree)].map((found) => {
      const slash = found.path.indexOf('/');
      const split = bySplit && slash > 0 ? splitNamed(found.path.slice(0, slash)) : undefined;
      return fileItem(found, -1, split ?? 'train');
    });
    return { classes: [], items };
  },
};

import type { ConfigNode } from '../config/configDocument';
import { formatKeyPath } from '../config/keyPath';
import { message } from '../../words/message';
import type { Place } from '../place';
import { Refusal } from '../../words/refusal';
import { lineOf } from '../textEdit';

/** A list of torchvision steps in a configuration file, which is shown so that nobody looks for it, and says why it cannot be edited. */
export function torchvisionPlace(text: string, list: ConfigNode): Place {
  return {
    label: formatKeyPath(list.path),
    line: lineOf(text, list.start),
    action: message('Cannot be edited: torchvision has no step that draws some of several'),
    insertion: () => {
      throw torchvisionRefusal(list);
    },
  };
}

/** Albumentations has SomeOf; with torchvision it takes a class of Python's, which a configuration file cannot hold. */
export function torchvisionRefusal(list: ConfigNode): Refusal {
  return new Refusal(
    message(
      '{0} holds steps of torchvision, and torchvision has no step that draws some of several. Write safe_transforms.py with "Export…" (torchvision-py) beside your code, then put one step here: _target_: hydra.utils.get_object with path: safe_transforms.safe_transforms.',
      formatKeyPath(list.path),
    ),
  );
}

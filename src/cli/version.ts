// By its name, so that the bundle holds this one field of the file.
import { version as ofPackage } from '../../package.json';

/** Of this program. */
export const version: string = ofPackage;

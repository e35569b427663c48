import manifest from '../../package.json';

/** Of this program. */
export const version: string = manifest.version;

/**
 * The platforms that VSIX files are made for, by VS Code's names. `sharp`: what sharp's packages for it are called after "@img/".
 * `onnxruntime`: where its binaries are in onnxruntime-node's bin/napi-v6. There is no binary of onnxruntime for Intel Macs.
 */
export const platforms = [
  { target: 'linux-x64', sharp: ['sharp-linux-x64', 'sharp-libvips-linux-x64'], onnxruntime: 'linux/x64' },
  { target: 'linux-arm64', sharp: ['sharp-linux-arm64', 'sharp-libvips-linux-arm64'], onnxruntime: 'linux/arm64' },
  { target: 'darwin-arm64', sharp: ['sharp-darwin-arm64', 'sharp-libvips-darwin-arm64'], onnxruntime: 'darwin/arm64' },
  { target: 'win32-x64', sharp: ['sharp-win32-x64'], onnxruntime: 'win32/x64' },
  { target: 'win32-arm64', sharp: ['sharp-win32-arm64'], onnxruntime: 'win32/arm64' },
];

/** The platform of the machine that this runs on; undefined when no VSIX is made for it. */
export const ownPlatform = platforms.find(({ target }) => target === `${process.platform}-${process.arch}`);

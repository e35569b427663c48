// Installs the pinned dependencies when they are missing or the lock file changed since the last install.
import { execSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Safe Aug needs Node 20.19 or newer; this is ${process.version}. Install a newer Node and try again.`);
  process.exit(1);
}
const stamp = 'node_modules/.safe-aug-setup';
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
if (installed !== wanted) {
  try {
    execSync('npm ci --ignore-scripts --no-audit --no-fund', { stdio: 'inherit' });
  } catch {
    console.error(
      'The pinned dependencies could not be installed; npm says above why. Check the network and try again.',
    );
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

import { expect, test } from 'vitest';
import { chooseEngine } from '../../src/engine/choose';

test('onnx is chosen, with the reason and the device in words', async () => {
  const { engine, device, why, selfTest } = await chooseEngine({ threads: 2 });
  expect(engine.name).toBe('onnx');
  expect(device).toBe(`CPU, 2 threads (onnxruntime ${engine.version})`);
  expect(why).toContain('passed the self-test');
  expect(selfTest.passed).toBe(true);
});

test('an engine that does not exist yet is refused with what there is', async () => {
  await expect(chooseEngine({ name: 'tensorflow', threads: 2 })).rejects.toThrow(
    'no engine "tensorflow"; it has onnx (CPU). Use --engine onnx.',
  );
});

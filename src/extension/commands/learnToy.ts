import { startToy } from '../learning/startLearning';
import { mayLearn } from '../mayLearn';
import { projectFor } from '../projects';
import type { Command } from './command';

/** Learns from generated arrows: the walkthrough's first verdicts. */
export const learnToy: Command = async (host) => {
  if (!(await mayLearn())) return;
  const project = await projectFor(host.context.globalStorageUri, host.context);
  if (project !== undefined) await startToy(host, project);
};

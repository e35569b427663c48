/** Entry of the worker threads that startDataWorkers starts; bundled as dist/dataWorker.js. */
import { startDataWorker } from '../data/worker/startDataWorker';
import { coarseStatistics } from '../learn/statistics/coarse';

startDataWorker({ describe: coarseStatistics });

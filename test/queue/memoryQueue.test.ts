import { behavesLikeAQueue } from './behavesLikeAQueue.ts';
import { memoryQueue } from './memoryQueue.ts';

behavesLikeAQueue('the queue of the tests', memoryQueue);

import { nodeHost } from './node-host.ts';
import { testCounterContract } from './test-counter-contract.ts';

testCounterContract('the counter on Node', (folder) => nodeHost(folder));

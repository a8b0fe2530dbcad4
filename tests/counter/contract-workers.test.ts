import { testCounterContract } from './test-counter-contract.ts';
import { workersHost } from './workers-host.ts';

testCounterContract('the counter on Workers', (folder) => workersHost(folder, {}));
testCounterContract('the counter on Workers, three shards', (folder) => workersHost(folder, { SHARDS: '3' }));

import './text-size.ts';
import './share.ts';
import './tables.ts';

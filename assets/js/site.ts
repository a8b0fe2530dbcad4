import './text-size.ts';
import './share.ts';
import './save.ts';
import './tables.ts';

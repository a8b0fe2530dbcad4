import './text-size.ts';
import './contrast.ts';
import './share.ts';
import './print.ts';
import './save.ts';
import './tables.ts';
import './listen.ts';

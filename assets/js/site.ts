import './text-size.ts';
import './share.ts';
import './print.ts';
import './save.ts';
import './tables.ts';
import './listen.ts';

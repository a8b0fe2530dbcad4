import './share.ts';
import './print.ts';
import './listen.ts';
import './save.ts';

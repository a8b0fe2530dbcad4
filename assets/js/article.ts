import './copy.ts';
import './share.ts';
import './print.ts';
import './save.ts';
import './listen.ts';

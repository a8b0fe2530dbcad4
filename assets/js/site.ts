import './text-size.ts';
import './contrast.ts';
import './share.ts';
import './print.ts';
import './save.ts';
import './masthead-search.ts';
import './tables.ts';
import './listen.ts';

import './text-size.ts';
import './share.ts';
import './masthead-search.ts';
import './tables.ts';

import './text-size.ts';
import './contrast.ts';
import './masthead-search.ts';

import './text-size.ts';
import './share.ts';

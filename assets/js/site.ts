import './text-size.ts';
import './contrast.ts';
import './search-forms.ts';

// What `--help` says of the commands about what is kept.
import type { Locale } from '../../story.ts';

interface KeepingHelp {
  readonly books: string;
  readonly delete: string;
  readonly yes: string;
  readonly export: string;
  readonly all: string;
  readonly outFolder: string;
  readonly privacy: string;
  readonly outFile: string;
  readonly locale: string;
  readonly json: string;
}

export const KEEPING_HELP: Readonly<Record<Locale, KeepingHelp>> = {
  ko: {
    books: '보관하고 있는 책과 그 번호(session)를 모두 보여 줘요',
    delete: '책 한 권의 그림과 글을 모두 지워요. 프로그램을 끈 다음에 할 수 있어요',
    yes: '묻지 않고 지워요',
    export: '책 한 권(또는 모든 책)에 대해 보관한 것을 모두 폴더에 담아요. 프로그램이 켜져 있어도 돼요',
    all: '모든 책',
    outFolder: '담을 폴더 (있던 파일은 덮어쓰지 않아요)',
    privacy: '지금 설정으로 개인정보 안내서를 만들어요 (학교운영위원회 심의 자료의 초안)',
    outFile: '만들 파일: .pdf 또는 .txt. 적지 않으면 화면에 보여 줘요',
    locale: '안내서의 언어 (ko | en)',
    json: '결과를 JSON으로 표준 출력에 써요',
  },
  en: {
    books: 'show every book that is kept, with its id (session)',
    delete: 'delete all pictures and words of one book; the program has to be stopped first',
    yes: 'delete without asking',
    export: 'put all that is kept of one book (or of all) into a folder; the program may be running',
    all: 'all books',
    outFolder: 'the folder to make (nothing there is overwritten)',
    privacy: 'make a privacy statement from the present configuration (a draft for the school council)',
    outFile: 'the file to make: .pdf or .txt; without it, it is shown',
    locale: 'language of the statement (ko | en)',
    json: 'write the result to standard output as JSON',
  },
};

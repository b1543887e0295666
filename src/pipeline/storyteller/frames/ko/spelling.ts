// Spellings that children use, put right before anything is read: ㅅ for ㅆ, words written as they sound, blanks left out.
// Only what is wrong everywhere is mended here; which verb a word is and how it is inflected is `analyse.ts`.
import { changeLast, lastSyllable } from './hangul.ts';
import { mendSlips } from './slips.ts';

/** What follows the ㅆ of a past. */
const AFTER_PAST =
  '(?!고구마|고개|지렁이)(?=다|따|댜|떠|당|어|엉|었|음|는데|는대|는지|고|지|죠|네|던|더|습니다|슴|으|단|대|거든|답)';
/** Syllables that hardly any stem ends in, whatever stands before: 먹엇다, 그렷다, 왓다, 햇다, 하겟다. */
const PAST_WITH_S = /[엇앗렷졋쳣켯텻폇셧왓봣놧줫웟췃뒀햇됏겟갓랏샀삿탓잣찻섯컷썻떳껏꼇꿧꿨엿쟛졧샛]/u;

const withDoubleS = (syllable: string): string => changeLast(syllable, () => ({ final: 'ㅆ' }));

function mendFinals(text: string): string {
  return text
    .replace(new RegExp(`(?<!빼|다(?=섯)|여(?=섯)|버(?=섯))${PAST_WITH_S.source}${AFTER_PAST}`, 'gu'), withDoubleS)
    .replace(
      new RegExp(
        `(?<=만|끝|신|혼|태어|일어|피어|깨어|나타|빛|(?:화|피|냄새|소리|사고)가 |(?:눈물|콧물|겁|열|땀|싹|불|신|큰일|생각)이 )낫${AFTER_PAST}`,
        'gu',
      ),
      '났',
    )
    .replace(/(?<=맛|멋|재미|고 ?|수 ?|[에아어가]\s?|^|[가이] )잇(?=[다어엇었는고게음지네으])/gu, '있')
    .replace(/[됬됫](?=[다어었음는고지네던습으대])/gu, '됐');
}

/** Words written as they sound, each only where it can be nothing else. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/(^| )머([거것겄])/gu, '$1먹$2'],
  [/먹거(?=[요따떠서용]|$)/gu, '먹어'],
  [/먹것|먹겄(?=[다어])/gu, '먹었'],
  [/조(?=(?:아|았|앗)(?:[요따서다떠용여]|$))/gu, '좋'],
  [/(^| )조타/gu, '$1좋다'],
  [/(^| )시러/gu, '$1싫어'],
  [/(^| )마니(?= |$)/gu, '$1많이'],
  [/(^| )가치 (?=놀|가|먹|뛰|해|하|했|그|춤|축|갔|만)/gu, '$1같이 '],
  [/안자(?=[요서따있])|안져(?=있)/gu, '앉아'],
  [/(?<=에 )안[자저](?=$)/gu, '앉아'],
  [/이써|잇서|있서/gu, '있어'],
  [/업써|업서|없서/gu, '없어'],
  [/마싰|마싯|마씻/gu, '맛있'],
  [/만드러|만들러(?=[요따])/gu, '만들어'],
  [/우서(?=[요따]|써)/gu, '웃어'],
  [/(^| )노라(?=[요따])/gu, '$1놀아'],
  [/(?<=[ㄱ-힣])슴니다|씀니다/gu, '습니다'],
  [/함니다/gu, '합니다'],
  [/궁굼/gu, '궁금'],
  [/잼있/gu, '재밌'],
  [/날라(?=[가갔간감갈다왔오온])/gu, '날아'],
  [/갔다(?=[오온올옴왔와])/gu, '갔다 '],
  [/(^| )비(?= ?(?:온다|옴|왔|와[요서]))/gu, '$1비가'],
  [/(^| )비(?=오는)/gu, '$1비 '],
  [/(^| )(비가|눈이)(?=[온옴왔와])/gu, '$1$2 '],
  [/(?<=[가-힣])는길$/gu, '는 길'],
  [/알고보니/gu, '알고 보니'],
  [/설레[였엿]/gu, '설렜'],
  [
    /(?<=꿈|것|일|날|동생|선생님|사람|왕|집|책|곰|공룡|거짓말|처음|비밀|선물|장난|괴물|귀신|밤)이[였엿](?=[다어음는지네던습거])/gu,
    '이었',
  ],
  [/(^| )눈(?= ?(?:온다|옴|왔|와[요서]))/gu, '$1눈이'],
  [/(^| )피(?=났|난다|나[다요서고]|남$)/gu, '$1피가 '],
  [/([가-힣])(?=(?:때문|덕분)(?:에|이|$))/gu, '$1 '],
  [/(\d+(?:개|번|등|바퀴|점|명))(?=[했하한함])/gu, '$1 '],
  [/([가-힣])(?=\d+(?:개|번|등|바퀴|점|명))/gu, '$1 '],
  [/(?<=[가-힣][어워해아파빠])보(?=[이인였임])/gu, ' 보'],
  [/설레임/gu, '설렘'],
  [/오랫만/gu, '오랜만'],
  [/몇일/gu, '며칠'],
  [/어떡게|어떻해/gu, '어떻게'],
  [/금새/gu, '금세'],
  [/깨끗히/gu, '깨끗이'],
  [/열심이(?= )/gu, '열심히'],
  [/햇님/gu, '해님'],
  [/(^| )기분이가 /gu, '$1기분이 '],
  [/(^| )기분(?=[좋나]|최고)/gu, '$1기분이 '],
  [/(?<=(?:^| )(?:하나|나|너|저|우리|엄마|아빠|친구|동생|나한테))두(?= )/gu, '도'],
  [/(^| )쫌(?= )/gu, '$1좀'],
  [/떡볶기|떡뽁이|떡복이/gu, '떡볶이'],
  [/(?<=[ㄱ-힣])려구/gu, '려고'],
  [/있슴(?=$|[.!~ ])/gu, '있음'],
  [/없슴(?=$|[.!~ ])/gu, '없음'],
];

/** 해써 and 가따 are 했어 and 갔다 as they sound; 글씨를 써 and 받아써 are not. */
const OPEN_PAST = /^(?:ㅏ|ㅐ|ㅓ|ㅕ|ㅗㅏ|ㅜㅓ|ㅗㅐ|ㅔ)$/;
function mendSounded(text: string): string {
  return text.replace(
    /([가-힣]*)([가-힣])(써|따|떠|떵|쪄|쪙|또|썽)(?=(?:요|용|여|욤)?(?:[\s.!?~…ㅋㅎㅠㅜ^♥♡]|$))/gu,
    (whole: string, front: string, base: string, tail: string) => {
      const last = lastSyllable(base);
      if (last === undefined || /(?:애써|받아써|눌러써|들떠|골라써)$/.test(whole)) return whole;
      const ending = tail === '따' ? '다' : '어';
      if (last.final === 'ㅆ') return front + base + ending;
      if (last.final !== '') return tail === '따' ? `${front}${base}다` : whole;
      return OPEN_PAST.test(last.vowel) ? front + withDoubleS(base) + ending : whole;
    },
  );
}

const withoutFinal = (syllable: string): string => changeLast(syllable, () => ({ final: '' }));

/** 되 and 돼; -(으)려고, -ㄹ게, -는데. */
function mendEndings(text: string): string {
  return text
    .replace(/되(?=요(?:[\s.!?~]|$)|서(?:[\s.!?~]|$))/gu, '돼')
    .replace(/돼(?=[다고는면])/gu, '되')
    .replace(/(?<=[가-힣])을려(?=고|는|다)/gu, '으려')
    .replace(/[갈할볼탈줄칠잘찰](?=려(?:고|는|다가))/gu, withoutFinal)
    .replace(/(?<=[가-힣])[가-힣](?=려고(?:[\s.!?~]|$))/gu, (base) => {
      const last = lastSyllable(base);
      return last?.final === 'ㄹ' && last.vowel === 'ㅣ' ? withoutFinal(base) : base;
    })
    .replace(/([가-힣])께(?=요?(?:[\s.!?~ㅋㅎ]|$))/gu, (whole, base: string) =>
      lastSyllable(base)?.final === 'ㄹ' && !/[들늘별달딸길]/.test(base) ? `${base}게` : whole,
    )
    .replace(/(?<=[했갔왔었았였렸졌])는대(?=[\s,.!?~]|$)/gu, '는데');
}

/** A noun written into its verb: 밥먹고, 책읽다가. */
const WRITTEN_INTO: readonly (readonly [RegExp, string])[] = [
  [/(^| )([밥빵떡약죽])(?=먹[고는다었을자으여이])/gu, '$1$2을 '],
  [/(^| )책(?=읽[고는다었을자으여어])/gu, '$1책을 '],
  [/(^| )물(?=마[시셔셨신십])/gu, '$1물을 '],
  [/(^| )손(?=씻[고는다었을자으어])/gu, '$1손을 '],
  [/(^| )(이)(?=닦[고는다았을자으아])/gu, '$1$2를 '],
  [/(^| )옷(?=입[고는다었을자으어])/gu, '$1옷을 '],
  [/(^| )잠(?=[자잔잤잘](?:[고다요려기]|았|는|$))/gu, '$1잠을 '],
  [/(^| )그림(?=그[리려렸린릴])/gu, '$1그림을 '],
  [/(^| )(집|학교|유치원|놀이터|병원|공원)(?=[가갔간](?:[고다요서]|는|$))/gu, '$1$2에 '],
  [/(^| )(비행기|기차|버스|자전거|배|그네|썰매|말|로켓)(?=타[고서는]|탄 )/gu, '$1$2 '],
  [/(^| )노래(?=[부불][르렀러])/gu, '$1노래를 '],
  [/(^| )(소리|종이|색종이|머리|나무)(?=[자지][르른][고는다며기]|잘[라랐]|질[러렀])/gu, '$1$2를 '],
  [/(^| )(물|비명)(?=따[르라랐]|지[르른]|질[러렀])/gu, '$1$2을 '],
];

/** A blank before what is a word of its own. */
const INFINITIVE = /^(?:ㅏ|ㅐ|ㅓ|ㅕ|ㅗㅏ|ㅜㅓ|ㅗㅐ|ㅔ)$/;
function mendBlanks(text: string): string {
  return WRITTEN_INTO.reduce((now, [from, to]) => now.replace(from, to), text)
    .replace(/([가-힣]고) ?(?=있|싶|나서)/gu, '$1 ')
    .replace(/([가-힣])(?=있[다어었는을음지네고던습으]|있$)/gu, (base: string) => {
      const last = lastSyllable(base);
      return last?.final === '' && INFINITIVE.test(last.vowel) ? `${base} ` : base;
    })
    .replace(/([가-힣]지)(?=않|못[하했함한]|말[라고])/gu, '$1 ')
    .replace(/([가-힣]야)(?=[한했해하함][다요어고는지]?(?:[\s.!?~]|$))/gu, '$1 ')
    .replace(/야 ?(?:됨|된다|돼요?|되요|되었다|됐다)(?=[\s.!?~]|$)/gu, '야 한다')
    .replace(/(^| )잘안(?=[되돼됐됨된])/gu, '$1잘 안 ')
    .replace(/(여기|거기|저기|같이|가만히|많이)(?=있[다어었는음])/gu, '$1 ')
    .replace(/([는])중(?=이|$|[\s.!?~])/gu, '$1 중')
    .replace(/([가-힣])수(?=[있없])/gu, (whole, base: string) =>
      lastSyllable(base)?.final === 'ㄹ' ? `${base} 수 ` : whole,
    )
    .replace(/수(?=[있없][다어었는음])/gu, '수 ')
    .replace(/ 수 {2}/gu, ' 수 ')
    .replace(/([가-힣])뻔/gu, (whole, base: string) => (lastSyllable(base)?.final === 'ㄹ' ? `${base} 뻔` : whole))
    .replace(/뻔 (?=했|하|한)/gu, '뻔')
    .replace(/([가-힣])([것거])(?= ?같[다아은음았])/gu, (whole, base: string, thing: string) =>
      /[ㄹㄴ]/.test(lastSyllable(base)?.final ?? '') ? `${base} ${thing}` : whole,
    )
    .replace(/ 거(?= ?같)/gu, ' 것')
    .replace(/것(?=같[다아은음았])/gu, '것 ')
    .replace(/(^| )아무 ?[대데]나/gu, '$1아무 데나')
    .replace(/ {2,}/gu, ' ');
}

/** `text` as it is spelt. What is right stays as it is. */
export const mend = (text: string): string =>
  mendBlanks(
    mendEndings(
      mendFinals(mendSounded(SOUNDS.reduce((now, [from, to]) => now.replace(from, to), mendSlips(mendFinals(text))))),
    ),
  );

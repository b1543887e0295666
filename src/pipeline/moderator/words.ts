// The words that the local moderator looks for. They stand here plainly, all in this one file, because a list that nobody
// can read is a list that nobody can mend: whoever finds a false alarm or a gap changes a line and its test. Korean lines
// are patterns in NFC without a space where people leave it out; English ones are bare words, whose endings and usual
// disguises are made by `english.ts`.
import type { UnsuitableTopic } from '../../errors.ts';

type Lists = Readonly<Partial<Record<UnsuitableTopic, readonly RegExp[]>>>;

/** Harmless words with the look of others: taken out before anything is looked for. */
export const KOREAN_HARMLESS =
  /시발(?:점|역|택시|자동차|차)|(?:노른|흰|눈|검은)자위|자위(?:대|권)|마약\s?(?:김밥|떡볶이|베개|옥수수|계란|달걀|핫도그|토스트)|자살골|총총|예술|기술|미술|마술|수술|술래|술술|입술|심술|병신년|지랄탄|(?:가시|벌|모기|바늘|물레|침)(?:가|이|로|에)?\s?[가-힣]{1,6}[을를]\s?(?:찌르|찔)|아저씨\s?발|(?:볍|꽃|홍|불|맵|솜|글|날|말|마음|아가)씨\s?발|(?:해바라기|수박|호박|사과|포도|민들레)\s?씨\s?발(?=[아견라])/gu;

/** Found also through signs, digits and lone letters put in between. */
export const KOREAN_STRONG: Lists = {
  insult: [
    /씨발|씨팔|씨빨|쓰발|시팔|시빨|슈발|씹할|씨바[ㄹㅏ~!]|씨바(?=$|[\s!?.,])|(?<![가-힣])시발(?!표|견|레|음|짝|톱|자국|바닥)/u,
    /병신(?!기하|기해|발장|문지)|븅신|빙신|ㅂㅅ|지랄|ㅈㄹ|염병(?:하|할|떨)|옘병|좆|(?<![가-힣])존나|졸라게|ㅈㄴ|썅|쌍년|쌍놈|(?<![가-힣\d])개년|씹새|씹년|씨부랄|시부랄|니기미|니미럴|느금마|육시랄/u,
    /개새끼|개색기|개색끼|개쉐끼|개세끼|개새키|씹새끼|호로새끼|호로자식|후레자식|미친(?:\s?놈|\s?년|새끼)|또라이|똘아이|등신아|찐따|한남충|맘충|급식충|틀딱|짱깨|쪽바리|깜둥이|개소리\s?(?:하지|하고|치|마|야|집)|닥쳐(?!왔|와|온|오|올)|엿이나\s?먹|엿먹어라|개같은\s?(?:놈|년|소리|것|게)/u,
  ],
  sexual: [
    /섹스|쎅스|섹쓰|야동(?!생|네|물|화)|포르노|강간(?!다|대)|성폭행|성추행|성관계|창녀|매춘|조건만남|원조교제|몸캠/u,
  ],
  'self-harm': [/(?<![가-힣])자살|(?<![가-힣])자해(?=$|[를하했한\s!?.,])/u],
  drugs: [/대마초|필로폰|히로뽕|코카인|(?<![가-힣])마약/u],
};

/** Found only as it stands. */
export const KOREAN_PLAIN: Lists = {
  insult: [
    /(?<![가-힣])(?:이|그|저|야이)\s?(?:개\s?)?새끼(?:야|들아)/u,
    /(?<![가-힣])씨\s발(?=$|[\s!?.,]|놈|년)/u,
    /대가리\s?(?:를\s)?(?:깨|박)/u,
  ],
  violence: [
    /(?:사람|친구|엄마|아빠|동생|언니|누나|오빠|선생님|아이|아기|가족|너|널|걔|쟤|모두|다)(?:들)?(?:을|를|까지)?\s?(?:다\s)?(?:죽이|죽였|죽여|죽일|찔러|찔렀|찌르는|찌른)/u,
    /죽여\s?버|죽일\s?거|죽이고\s?싶|죽여라|죽여\s?줄|쳐\s?죽|때려\s?죽|찔러\s?죽|뒈[져지졌질]|뒤질래|나가\s?죽어|(?<![가-힣])죽어\s?버려(?:라|!|$)|(?<![가-힣])(?:너|니|넌|네가)\s?죽어/u,
    /목을\s?(?:베|벴|벤|자르|잘랐|잘라|졸랐|조르)|칼로\s?(?:찌르|찔|쑤시|난도질)|피투성이|피가\s?(?:철철|낭자|튀)|(?<![살한두세네섯곱덟홉열몇\d]\s?)살인(?:자|마|범|을|했|사건)|(?<![가-힣])(?:살해(?:하|했|당|범)|학살|고문(?:하|을|당))|토막\s?(?:내|살)|(?<![가-힣])시체|참수(?!박)|테러/u,
  ],
  sexual: [
    /(?<![가-힣])자위(?:를|행위|하는|했)|변태\s?(?:새끼|짓|야|아저씨|같)|야한\s?(?:사진|영상|동영상|그림|짓|옷)|(?<![가-힣])나체|음란|알몸\s?사진/u,
  ],
  'self-harm': [
    /(?<![가-힣])목을?\s?매(?:달|어|었|서|려|고\s죽)|손목을?\s?(?:긋|그었|그어)|죽고\s?싶|살기\s?싫|나(?:는|도)?\s?죽을래|뛰어내려\s?죽|(?<![가-힣])투신/u,
  ],
  drugs: [
    /담배를?\s?(?:피우|피운|피워|피웠|피는|핀|폈|펴)|(?<![가-힣])술을?\s?(?:마시|마셔|마셨|마신|먹고|먹었|취)|(?<![가-힣])술에\s?취|(?:소주|맥주|막걸리|위스키|와인|보드카)를?\s?(?:한\s?잔\s?)?(?:마시|마셔|마셨|마신|먹)|본드를?\s?(?:불|흡입)/u,
  ],
};

/** What may stand before or after an English word that makes it harmless. */
export const ENGLISH_HARMLESS =
  /\b(?:blue|great|coal|marsh|willow) tits?\b|\bhorny toads?\b|\broot beer\b|\bginger beer\b|\bteddy beer\b|\bhot cross\b|\bmoby dick\b|\bdick and jane\b|\bcock-a-doodle|\bweed(?:s|ed|ing)? the\b|\bdrunk (?:the|all|up|his|her|its|some) /g;

/** Disguised spellings are found too; no other word begins or ends with them. */
export const ENGLISH_STRONG: Readonly<Partial<Record<UnsuitableTopic, string>>> = {
  insult:
    'fuck fucker fuckers fucked fucking fucks motherfucker shit shits shitty shithead bullshit bitch bitches bastard bastards asshole assholes dickhead cunt slut sluts whore whores nigger niggers nigga faggot faggots retard retarded wtf stfu',
  sexual: 'porn porno pornography blowjob handjob masturbate masturbating orgasm cocksucker penis vagina boobs',
  drugs: 'cocaine heroin marijuana meth methamphetamine',
};

export const ENGLISH_PLAIN: Lists = {
  insult: [
    /\bgo to hell\b|\bwhat the hell\b|\bscrew you\b|\bpiss(?:ed)? off\b|\bson of a b\b|\bsuck my\b|\byou(?:'re| are)? (?:a |such a )?dick\b|\bjackass\b|\bnazi\b/,
  ],
  violence: [
    /\bkill(?:s|ed|ing)? (?:you|him|her|them all|people|everyone|everybody|my|his (?:mom|dad|mother|father|friend|teacher|brother|sister)|her (?:mom|dad|mother|father|friend|teacher|brother|sister)|the (?:teacher|kids?|children|boy|girl|baby|man|woman))\b|\bmurder(?:s|ed|er|ing)?\b/,
    /\bstab(?:s|bed|bing)?\b|\bbehead|\bdecapitat|\bslit (?:his|her|your|my|their) (?:throat|wrist)|\bmassacre|\btortur|\bstrangl|\bcorpses?\b|\bterroris|\bbomb the\b|\bschool shoot|\bpool of blood\b|\bblood everywhere\b|\bcovered in blood\b|\bshoots? (?:him|her|people|everyone|the (?:teacher|kids?|children|boy|girl|man|woman))\b|\bshot (?:him|her|people|everyone|the (?:teacher|kids?|children|boy|girl|man|woman))\b/,
  ],
  sexual: [
    /\bsex(?:y|ual|ually)?\b|\brap(?:e|es|ed|ist|ing (?:her|him))\b|\bnude\b|\btits\b|\bhorny\b|\bmolest|\bp(?:a)?edophil|\bjerk(?:s|ed|ing)? off\b|\bstripper\b|\bnaked (?:photos?|pictures?|girls?|women|woman|lady)\b/,
  ],
  'self-harm': [
    /\bsuicid|\bself[- ]?harm|\bkys\b|\bkill(?:s|ed|ing)? (?:my|him|her|your|them)sel(?:f|ves)\b|\bcut(?:s|ting)? (?:my|her|his|your) wrists?\b|\bh(?:a|u)ng(?:s|ed|ing)? (?:my|him|her|your)self\b|\b(?:want|wants|wanted|wish|wishes) (?:to die|(?:i|he|she) (?:was|were) dead)\b|\bend(?:s|ed|ing)? (?:my|her|his) (?:own )?life\b/,
  ],
  drugs: [
    /\bsmok(?:e|es|ed|ing) (?:a |some |the |his |her )?(?:cigarettes?|cigars?|weed|pot|crack|joint|vape)\b|\b(?:drinks?|drank|drinking) (?:some |a |the |too much |lots of )?(?:glass of |bottle of |can of )?(?:beer|vodka|whiske?y|wine|rum|gin|alcohol)\b|\b(?:is|was|got|gets|get|getting|were|are|so|too) drunk\b|\boverdos|\blsd\b|\bsnort(?:s|ed|ing)? (?:coke|powder)\b|\bdrug dealer\b/,
  ],
};

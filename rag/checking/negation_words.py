"""Words that deny, and pairs of words that say opposite things, in Dutch and English."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.store.words import fold

NEGATIONS = re.compile(
    r"\b(?:(?<!\bal dan )(?<!\bvan )(?<!\bbij )niet(?! alleen\b| enkel\b| slechts\b| meer dan\b| minder dan\b"
    r"| later dan\b| eerder dan\b"
    r"| uitsluitend\b)|geen|nooit|noch|nergens|niemand|niets|evenmin|nauwelijks|amper"
    r"|zonder(?! uitstel\b| uitzondering\b| twijfel\b)"
    r"|onvoldoende|ontoereikende?|(?<!\bor )not(?! only\b| just\b| merely\b| more than\b| less than\b| later than\b)"
    r"|cannot|can['’]t|won['’]t|doesn['’]t|don['’]t|isn['’]t|aren['’]t|didn['’]t"
    r"|no(?!\. ?\d| later\b| earlier\b| more than\b| less than\b| fewer than\b)|never|nor|neither|nobody|none"
    r"|nothing(?! more than\b| less than\b)|without(?! delay\b| exception\b| doubt\b)|hardly"
    r"|(?:has|have|had|is|are|was|were|remains?)(?: [\w’]+){0,3} (?:yet|still) to|remains to be"
    r"|barely|scarcely|insufficient(?:ly)?|by no means|no longer|te ver|too far)\b",
    re.IGNORECASE,
)
"""Words that turn what is said into its opposite; "al dan niet", "or not" and "no. 14" turn nothing."""
_ENDINGS = tuple(
    """
    e en t te ten d de den end ende s es ed ing ings ingen al als ion ions tion tions ation ations
    ment ments ement ements
    """.split()
)
"""By which verbs, and the nouns made of them, are inflected."""
_VOWELS = "aeiou"
_LONG_VOWEL = re.compile(r"([aeou])\1(?=[^aeiou]$)")


@dataclass(frozen=True, kw_only=True)
class WordList:
    """Words to be found in a text, in all their forms."""

    forms: frozenset[str]
    """Folded."""
    parted: tuple[tuple[str, ...], ...]
    """Words with a gap in the sentence, such as "wijst ... af"."""

    def first(self, tokens: Sequence[str]) -> str | None:
        """The first of a text's folded words that is in the list, else a parted one that is; None where none is."""
        found = [token for token in tokens if token in self.forms]
        found += [" ".join(words) for words in self.parted if all(word in tokens for word in words)]
        return found[0] if found else None


def _word_list(entries: str) -> WordList:
    """Entries are whole words, stems to be inflected where a hyphen ends them, or parted words with a point between."""
    words = fold(entries).split()
    parted = tuple(tuple(word.split(".")) for word in words if "." in word)
    forms = frozenset(form for word in words if "." not in word for form in _forms(word))
    return WordList(forms=forms, parted=parted)


def _forms(word: str) -> Iterator[str]:
    """Before a vowel the last consonant may double (drop, dropped) and a long vowel loses a letter (daal, dalen)."""
    stem = word.removesuffix("-")
    yield stem
    if stem != word:
        for ending in _ENDINGS:
            yield stem + ending
            if ending[0] in _VOWELS:
                yield stem + stem[-1] + ending
                yield _LONG_VOWEL.sub(r"\1", stem) + ending


_PREVENTS = (
    "voorkom voorkomt voorkomen voorkoming voorkwam voorkwamen vermijd- vermeden prevent- preventie avoid- avoidance"
)
"""No "voorkomende": "in voorkomende gevallen" prevents nothing."""
_FORBIDS = "verbied- verbood prohibit- forbid- forbade"
_REFUSES = """
    weiger- geweigerd- verwerp- verwierp- wijs.af wijst.af wijzen.af wijst.hand wijzen.hand ontraad- afraad-
    afgeraden raadt.af raden.af ontzien ontziet gespaard
    ertegen daartegen hiertegen
    refus- reject- oppose opposes opposed dismiss- turn.down turns.down turned.down spared refrain-
"""
GOVERNING = _word_list(f"{_PREVENTS} {_FORBIDS} {_REFUSES}")
"""Verbs that deny what hangs on them."""
DENIERS = _word_list(
    f"""
    {_PREVENTS} {_FORBIDS} {_REFUSES}
    verbod- afwijz- afwijs- afgewezen verworpen afzien afziet afgezien ziet.af zien.af
    ontbreek- ontbrak- ontbroken uitsluiting uitgesloten ontken- misluk- gebrek gebreken gebrekkig gebrekkige
    afschaf- afgeschaft- schaft.af schaffen.af vervallen vervalt afvallen stop stopt stoppen stopte
    stopten stopped stopping gestopt- uitval- uitviel uitvielen uitgevallen valt.uit vallen.uit viel.uit vielen.uit
    schrap- geschrapt- beëindig- ban bans banned banning lack- missing absent absence exclud- exclusion
    deny denies denied denying denial denials
    faal- gefaald fail- failure failures abolish- abolition cancel- unable inadequate inadequately impossible
    impossibility incomplete incorrect incorrectly invalid ineffective inefficient inefficiency
    """
)
"""Words that deny by themselves; where the other text has the same word they count on neither side."""
IMPLYING = _word_list(
    f"""
    {_REFUSES}
    achterwege uitblijv- uitblijf- uitgebleven blijft.uit blijven.uit uitstel uitstellen uitgesteld- verschoven beraad-
    bezien weglat- weggelaten wegvall- weggevallen verdwijn- verdwenen verwijder- laten.vallen neer los losmaak-
    loskoppel- loslat- buiten ongeacht anders verschil- afwijk- overbodig overbodige kwijt kwijtscheld- kwijtgescholden
    vrijstel- vrijgesteld- ontheff- ontsla- weinig minder tekort tekorten tekortschiet- verlies verliest verliezen
    verloren moeilijk moeilijke lastig lastige twijfel- betwijfel- betwist- bestrijd- verzet blokkeer- geblokkeerd-
    belet beletten belemmer- verhinder- tegenhoud- tegenhield weerhoud- weerhield onthoud- onthield
    afkeur- afgekeurd- afschrik- zwijg- vroegst intrek- ingetrokken
    omit- left.out leave.out leaves.out drop- scrap- withdraw- withdrew withdrawn laps- expir- waiv- off postpon-
    beyond outside regardless despite instead rather differ- different pointless few fewer little short doubt- oppos-
    deter- earliest
    """
)
"""Words that deny nothing but may say what another text says with a denial: "blijft achterwege" for "komt er niet"."""
EXCEPTIONS = re.compile(
    r"\b(?:behalve|tenzij|uitgezonderd\w*|uitzonder(?:t|en|ing|ingen)|anders dan|anderen? dan|unless|except\w*"
    r"|exempt\w*|other than)\b",
    re.IGNORECASE,
)
"""Who is left out is denied what the others have: "geldt niet voor", "behalve voor"."""
LACKING = re.compile(r"\w{3,}(?:loos|loze|vrij|vrije|less|free)")
"""A word that says by its last syllable what is not there: renteloos, tax-free."""
WITHOUT = re.compile(r"\b(?:zonder|geen|without|no)\b", re.IGNORECASE)
PREFIXED = re.compile(
    r"(?:[Oo]n(?!der|t(?!oe)|ze\b|s\b|geveer|langs|middellijk|losmakelijk|misbaar|getwijfeld|verminderd|verkort|line|going"
    r"|geacht|geval|geluk(?!kig)|roerend|kosten|set|shore|site|ward|board|\w{0,2}\b)"
    r"|[Uu]n(?!der|less|til|i(?![dmn])|anim|esco|doubted|fortunate|\w{0,2}\b)|[Nn]iet-|[Nn]on-)[^\W\d_A-Z][\w'’-]*"
)
"""A word that denies by its first syllable: onbenut, unused. Abbreviations do not: UNHCR."""
_OPPOSITES = """
behoud- behield keep keeps kept retain- | verlies verliest verliezen verloor verloren lose loses lost losing ;
begin vroeg early | eind laat late ;
overneem- overgenomen neemt.over adopt- accept- acceptance accepteer- geaccepteerd- aanvaard- | afwijs- afwijz-
    afgewezen wijst.af reject- declin- verwerp- verwierp- verworpen ;
stijg- steeg stegen gestegen toeneem- toenam- toename toenames toegenomen neemt.toe groei- gegroeid increas-
    rise rises rising rose risen grow- grew grown rais- verhoog- omhoog opgelopen oploop- loopt.op lopen.op |
    daal- gedaald- afneem- afnam- afname afnames afgenomen neemt.af decreas- fall- fell declin- reduc- drop- verlaag-
    lower lowers lowered lowering verminder- omlaag terugloop- terugliep terugliepen teruggelopen loopt.terug ;
veel many much | weinig few little ;
meer more | minder less fewer ;
eerste first eerst eerder earlier | laatste last later ;
begin- began begun begon- start- gestart opening | eindig- einde end ends ended ending sluiting ;
toegestaan toegestane toestaan toestaat toelaat- toegelaten toelaatbaar toelaatbare permit- permissible allow- mogen |
    verbied- verbood verbod- prohibit- forbid- ban bans banned banning ;
steun- gesteund- support- endors- onderschrijf- onderschrijv- onderschreef onderschreven instem- pleit pleiten pleitte
    pleitten gepleit bepleit bepleiten bepleitte voorstander voorstanders favour- advocat- recommend- beveelt.aan
    bevelen.aan aanbevolen verwelkom- welcom- juicht.toe het.eens | bestrijd- bestreed bestreden betwist- oppos-
    contest- bezwaar bezwaren oneens objects objected objection objections tegenstand tegenstander tegenstanders
    verwerp- verwierp- afraad- afraden afgeraden ontraad- ontraadt ontraden ;
nodig nodige noodzakelijk noodzakelijke noodzaak vereist vereiste necessary needed necessity required | onnodig onnodige
    overbodig overbodige unnecessary unneeded needless superfluous redundant ;
voordeel- advantage advantages benefit benefits | nadeel- disadvantage disadvantages drawback drawbacks ;
positief positieve positive positively gunstig gunstige gunstiger favourable favourably favorable favorably |
    negatief negatieve negative negatively ongunstig ongunstige ongunstiger unfavourable unfavorable kritisch kritische
    critical sceptisch sceptische sceptical ;
groot grote groter grotere grootste large larger largest big bigger biggest great greater greatest | klein kleine
    kleiner kleinere kleinste small smaller smallest ;
vervuld vervulde bezet bezette filled | open openstaand openstaande vacant ;
open- reopen- geopend- heropen- opengaan | gesloten closed close closes closing sluit sluiten dicht shut ;
lang lange langer langere langste long longer longest | kort korte korter kortere kortste short shorter shortest ;
hoog hoge hoger hogere hoogste high higher highest | laag lage lager lagere laagste low lower lowest ;
verplicht- compulsory mandatory obligatory oblig- | vrijwillig vrijwillige voluntary voluntarily optional ;
bind- | onverbindend- vrijblijvend- vrijwillig vrijwillige voluntary non-binding ;
tijdelijk tijdelijke temporary temporarily | permanent permanente permanently blijvend blijvende vast vaste ;
uitbreid- expand- expansion widen- verruim- verleng- extend- extension broaden- | verkort- shorten- beperk- beperkt-
    inperk- krimp- restrict- restrictie restricties limit- narrow- shrink- curtail- ;
versterk- verstevig- strengthen- reinforc- | verzwak- weaken- undermin- ;
streng strenge strenger strengere strengste strict stricter tight tighter | soepel soepele soepeler soepelere lenient
    looser ruimere ;
versnel- speed- sped accelerat- | vertraag- delay- slow slows slowed slowing ;
eenmalig eenmalige incidenteel incidentele one-off one-time | structureel structurele structural structurally
    recurring ;
voldoende toereikend toereikende sufficient sufficiently enough adequate adequately | onvoldoende ontoereikend
    ontoereikende tekort tekorten
    insufficient insufficiently inadequate inadequately shortage shortages ;
makkelijk makkelijke makkelijker gemakkelijk gemakkelijke gemakkelijker easy easier easily | moeilijk moeilijke
    moeilijker lastig lastige lastiger difficult hard harder ;
sterk sterke sterker sterkere sterkste strong stronger strongest | zwak zwakke zwakker zwakkere zwakste weak weaker ;
duur dure duurder duurdere expensive dear | goedkoop goedkope goedkoper goedkopere cheap cheaper ;
juist juiste terecht terechte right rightly correct correctly | onjuist onjuiste onterecht onterechte ten.onrechte
    wrong wrongly incorrect incorrectly ;
succes successen succesvol succesvolle slaag- geslaagd- succeed- success successes successful successfully | misluk-
    faal- gefaald fail- failure failures ;
gemeenschappelijk gemeenschappelijke common joint jointly gezamenlijk gezamenlijke | nationaal nationale national
    nationally eigen ;
wettelijk wettelijke statutory legal legally | onwettig onwettige illegal illegally ;
snel snelle sneller snellere fast faster quick quicker quickly soon sooner | langzaam langzame langzamer traag trage
    trager slow slower slowly later ;
publiek publieke openbaar openbare openbaarheid openbaarmaking public publicly | geheim geheime geheimhouding
    vertrouwelijk vertrouwelijke secret secretly confidential confidentially confidentiality ;
binnen inside within | buiten outside ;
binnenland binnenlands binnenlandse | buitenland buitenlands buitenlandse ;
voorafgaand voorafgaande before prior beforehand vooraf | na nadat after afterwards achteraf ;
minimaal minimale minstens minste least minimum | maximaal maximale hoogstens hooguit hoogste most maximum ;
nieuw nieuwe nieuwer nieuwere new newer | bestaand bestaande existing ;
aanname aangenomen aanneem- passed carried adopted | verworpen afgestemd defeated ;
instel instelt instelde instelden instellen ingesteld opricht- establish- set.up founded | afschaf- ophef opheft
    opheff- opgeheven abolish- abolition dissolv- wind.up ;
meerderheid majority merendeel meeste most mostly grotendeels largely | minderheid minority ;
altijd always | soms sometimes zelden rarely seldom ;
vaak vaker often frequent frequently meestal doorgaans usually generally | zelden rarely seldom ;
bereid bereidheid willing willingness | onwillig onwillige unwilling unwillingness weiger- ;
behoud- behield- keep keeps kept retain- preserv- maintain- handhaaf- gehandhaafd stand.blijven stand.blijft
    stand.houden stand.houdt ongewijzigd ongewijzigde unchanged | afschaf- afgeschaft- schaft.af schaffen.af opgeven
    abandon- scrap- abolish- abolition ;
inwerking inwerkingtreding inwerkingstelling | intrek- ingetrokken repeal- revok- withdraw- withdrew withdrawn ;
bevorder- promot- encourag- stimuleer- gestimuleerd- | voorkom voorkomt voorkomen voorkoming prevent- preventie
    belemmer- hinder- ontmoedig- discourag- ;
vergroot- enlarg- | verklein- ;
verbeter- improv- better beter betere | verslechter- worsen- slechter slechtere worse achteruit achteruitgang
"""
"""Pairs end with a semicolon: entries as in `_word_list`, one side before the bar."""
OPPOSITES = tuple(
    (_word_list(left), _word_list(right)) for left, right in (pair.split("|") for pair in _OPPOSITES.split(";"))
)

"""Words that deny, and pairs of words that say opposite things, in Dutch and English."""

import re

NEGATIONS = re.compile(
    r"\b(?:niet(?! alleen\b| enkel\b| slechts\b| meer dan\b| minder dan\b| later dan\b| eerder dan\b"
    r"| uitsluitend\b)|geen|nooit|noch|nergens|niemand|niets|evenmin|zonder|nauwelijks|amper"
    r"|onvoldoende|not(?! only\b| just\b| merely\b| more than\b| less than\b| later than\b)|cannot|can['’]t"
    r"|won['’]t|doesn['’]t|don['’]t|isn['’]t|aren['’]t|didn['’]t"
    r"|no(?! later\b| earlier\b| more than\b| less than\b| fewer than\b)|never|nor|neither|nobody|nothing|none"
    r"|without|hardly"
    r"|barely|scarcely|insufficient(?:ly)?|by no means|no longer|te ver|too far)\b",
    re.IGNORECASE,
)
"""Words that turn what is said into its opposite."""
DENIERS = tuple(
    """
    afwijz verwerp weiger verbied verbod verboden afzie afgezien ontbreek ontbrak ontbroken voorkom vermijd
    uitsluiting uitgesloten ontken mislukt gebrek afschaf vervall vervalt afvall stop gestopt schrap geschrapt
    beëindig afgeschaft wijst.af wijzen.af schaft.af schaffen.af ziet.af zien.af afgewezen verworpen reject
    refus forbid forbidden prohibit ban banned refrain lack missing absen prevent avoid exclud den fail abolish
    cancel unable inadequa impossib incomplet incorrect invalid ineffect inefficien
    """.split()
)
"""Beginnings of words that deny by themselves; where the other text has the same word they count on neither side."""
GOVERNING = (
    "voorkom vermijd verbied verbiedt weiger verwerp prevent avoid prohibit forbid forbids refus reject refrain".split()
)
"""Of these, verbs that deny what hangs on them."""
PREFIXED = re.compile(
    r"(?:on(?!der|t|ze\b|s\b|geveer|langs|middellijk|losmakelijk|misbaar|getwijfeld|verminderd|line|\w{0,2}\b)"
    r"|un(?!der|less|til|ion|it|iq|iv|anim"
    r"|\w{0,2}\b)|niet-|non-)\w+",
    re.IGNORECASE,
)
"""A word that denies by its first syllable: onbenut, unused."""
_OPPOSITES = """
overneem overnem overgenomen neemt.over adopt accept accepts aanvaard | afwijs afwijz afgewezen wijst.af reject
    declin verwerp verworpen ;
stijg gestegen steeg toenam toenem toename toegenomen neemt.toe groei increas rise rises rose risen grow grew
    raised raise verhoog | daal daling gedaald afnam afnem afname afgenomen neemt.af decreas fall falls fell fallen
    declin reduc drop verlaag lower verminder lowered ;
meer more | minder less fewer ;
eerste first eerst eerder earlier | laatste last later ;
begin begint begon start started starts opening | eindig eindigt einde end ends ended sluiting ;
toegestaan toestaan toelaat toegelaten toelaatbaar permit permitted permissible allow allowed mogen | verbied
    verboden verbod prohibit forbid forbidden banned bans ;
steun gesteund support endors onderschrijf onderschrijv instem | bestrijd betwist oppos contest tegenstand
    verwerp ;
voordeel voordelen advantage benefit | nadeel nadelen disadvantage drawback ;
positief positive gunstig favourable favorable | negatief negative ongunstig unfavourable ;
groot grote grootste large big bigg great | klein kleine small ;
open opens opened reopen geopend heropen opengaan | gesloten closed close closes sluit dicht shut ;
lang lange langer long longer | kort korte korter short shorter ;
hoog hoge hoger high higher | laag lage lager low lower ;
verplicht verplichting compulsory mandatory obligatory obligation oblige obliging | vrijwillig voluntary
    optional ;
bind bindend binding | onverbindend vrijblijvend vrijwillig voluntary non-binding ;
tijdelijk temporary | permanent blijvend vast ;
uitbreid expand widen verruim verleng extend broaden |
    verkort shorten beperk inperk krimp restrict limit narrow shrink curtail ;
versterk verstevig strengthen reinforc | verzwak weaken undermin ;
streng strenger strict stricter tight | soepel soepeler lenient looser ruimere ;
versnel speed accelerat | vertraag vertraging delay slow ;
voldoende toereikend sufficient enough adequate | onvoldoende tekort insufficient inadequate shortage ;
makkelijk makkelijker gemakkelijk easy easier | moeilijk moeilijker lastig difficult hard harder ;
sterk strong stronger | zwak weak weaker ;
duur duurder expensive dear | goedkoop goedkoper cheap cheaper ;
juist terecht right rightly correct | onjuist onterecht ten.onrechte wrong wrongly incorrect ;
succes slaag geslaagd succeed success successful | mislukt mislukking fail failed failure ;
gemeenschappelijk common joint gezamenlijk | nationaal nationale national eigen ;
wettelijk statutory legal | onwettig illegal ;
snel snell fast quick soon | langzaam langzamer traag slow later ;
publiek openbaar public | geheim vertrouwelijk secret confidential ;
binnen inside within | buiten outside ;
voorafgaand before prior beforehand vooraf | na nadat after afterwards achteraf ;
minimaal minstens minste least minimum | maximaal hoogstens hooguit hoogste most maximum ;
nieuw nieuwe new | bestaand bestaande existing ;
aanname aangenomen aanneem passed carried adopted | verworpen afgestemd defeated ;
instel opricht establish set.up found | afschaf ophef opheff abolish dissolv wind.up ;
toenemend increasing growing | afnemend decreasing declining ;
meerderheid majority merendeel meeste most mostly grotendeels largely | minderheid minority ;
altijd always | soms sometimes zelden rarely seldom ;
vaak often frequent frequently meestal doorgaans usually generally | zelden rarely seldom ;
bereid willing | onwillig unwilling weiger ;
behoud behouden keep retain preserve maintain | afschaf opgeven abandon scrap abolish ;
inwerking | intrekk ingetrokken repeal revoke withdraw ;
bevorder promote encourage stimuleer | voorkom prevent belemmer hinder ontmoedig discourage ;
vergroot enlarge | verklein ;
verbeter improv better beter | verslechter worsen slechter worse achteruit
"""
"""Pairs end with a semicolon: beginnings of words, one side before the bar; a point is a gap in the sentence."""


def _sides(pair: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    left, right = pair.split("|")
    return tuple(left.split()), tuple(right.split())


OPPOSITES = tuple(_sides(pair) for pair in _OPPOSITES.split(";"))

"""Who holds the view, in sentences of letters that no rule was made for."""

import pytest

from rag.letters import Letter, Voice
from rag.letters.dissent import speaks_for_some
from tests.letters.conftest import Read

A, C, N, P, T = Voice.AUTHORS, Voice.CABINET, Voice.NEUTRAL, Voice.PARLIAMENT, Voice.THIRD_PARTY
FRAME = """\
Aan de Voorzitter van de Tweede Kamer

Hierbij stuur ik u mijn reactie op het advies van de Raad voor de Duinen (hierna: de raad) over het strand.

Reactie

{paragraph}
"""


def judged(read: Read, paragraph: str) -> list[tuple[Voice, Voice | None]]:
    """Voice and endorsed voice of each sentence of a paragraph in a cabinet's reaction."""
    letter: Letter = read(FRAME.format(paragraph=paragraph))
    return [(sentence.voice, sentence.endorses) for sentence in letter.paragraphs[-1].sentences]


def voices(read: Read, paragraph: str) -> list[Voice]:
    return [voice for voice, _ in judged(read, paragraph)]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("Het advies om paden te sluiten volgt het kabinet op. Er komen hekken.", [C, C]),
        ("Het rapport over de helmgrasvelden neem ik ter harte.", [C]),
        ("De raad wil tien paden sluiten; het kabinet kiest voor vier. Dat is genoeg.", [C, C]),
        ("De raad ziet gevaar, maar het kabinet acht de paden veilig.", [C]),
        ("Het rapport bevestigt dat het strand vol is, en ik sluit mij daarbij aan. Er komen hekken.", [C, C]),
        ("De raad ziet twee wegen, en de minister moet kiezen.", [A]),
        ("De raad noemt het strand vol; het kabinet moet ingrijpen.", [A]),
        ("De raad vindt het strand vol, maar de minister mag beslissen.", [A]),
        ("De commissie merkt op dat, anders dan ik schreef, het strand vol is.", [A]),
        ("De raad steunt het kabinet in deze keuze.", [A]),
        ("De kosten noemt de raad hoog.", [A]),
        ("De kosten acht het kabinet niet hoog.", [C]),
        ("De Kamer vraagt welke maatregelen ik neem.", [P]),
        ("Een motie van de leden Duin en Zand vraagt om meer hekken.", [P]),
        ("Volgens de raad moet ik de paden sluiten.", [A]),
        ("De raad schrijft dat ik de paden kan sluiten.", [A]),
        ("De leden van de raad vinden het strand te druk.", [A]),
        ("De leden van de Zandbond vinden het strand te druk.", [T]),
        ("Het rapport van de raad verscheen in mei. De hoofdconclusie is dat het strand vol is.", [N, A]),
        ("De raad wil meer ruimte. Zij adviseert het Duinverdrag op te zeggen.", [A, A]),
        ("De regering volgt dit advies niet. Een hek zou naar haar oordeel niet helpen.", [C, C]),
        ("Het kabinet neemt dit niet over. Een hek hoort naar zijn oordeel in een park.", [C, C]),
        ("Het Strandoverleg (SO) is daar ontevreden over. Naar zijn zeggen is het strand vol.", [T, T]),
        ("Het Strandoverleg heeft daarmee ingestemd.", [T]),
        ("Bezoekers zouden dan elders willen zwemmen.", [C]),
        ("Het streven is dat de hekken op 1 mei 2021 opengaan.", [C]),
        ("De minister sprak met de Zandbond. Een hek zou naar zijn oordeel niet helpen.", [C, T]),
        ("Critici van het kabinet vinden het strand te druk.", [T]),
        ("Een hek, zoals door de raad bepleit, wijst het kabinet af.", [C]),
        ("Een hek, zoals de raad bepleit, gaat het kabinet te ver.", [C]),
        ("De motie-Smit, die vraagt om een hek, voert het kabinet uit.", [C]),
        ("De Zandbond, die om een hek vroeg, vindt dat het kabinet te traag is.", [T]),
        ("Het kabinet weigert dit, nu een hek naar zijn oordeel niet helpt.", [C]),
        ("Het kabinet neemt dit niet over. Het vreest dat het hek verzandt.", [C, C]),
        ("Het Strandoverleg vraagt een hek. Voorts verzoekt het om een bus.", [T, T]),
        ("De raad ontraadt een hek, omdat dit volgens hem niet helpt.", [A]),
        ("Zolang de rechter niet oordeelt, blijft het hek staan.", [C]),
        ("De Afdeling advisering is om voorlichting gevraagd.", [C]),
        ("Ik deel dat niet. Zo heeft de raad de wind buiten beschouwing gelaten.", [C, C]),
        ("De kosten worden door de raad geraamd op een ton.", [A]),
        ("Een meerderheid van zeven leden acht een hek nodig.", [A]),
        ("Drie van de elf leden hadden liever een bus gezien.", [A]),
        ("De Adviesraad Zeevisserij wil een hek.", [T]),
        ("De raad schetst nadelen. Als nadeel noemt hij de prijs.", [A, A]),
        ("Van slijtage heeft de raad niets gezien. Bewijs hebben zij niet gevonden.", [A, A]),
        ("De Unie heeft een verordening voorgesteld. Dat voorstel verplicht tot hekken.", [T, T]),
        ("De Zandbond wil een hek. Daarnaast wordt voorgesteld een bus in te leggen.", [T, T]),
        ("De Zandbond wil een hek. Wel hecht zij aan vrije toegang.", [T, T]),
        ("De Zandbond vraagt een hek. Ook is van die zijde op een bus aangedrongen.", [T, T]),
        ("De Zandbond wil een hek. Een bus is in haar optiek overbodig.", [T, T]),
        ("Naar mijn overtuiging overschat de raad de drukte.", [C]),
        ("Het strand is vol. Een bus, zoals de raad bepleit, komt er niet.", [C, C]),
        ("De raad heeft geen bus voorgesteld.", [C]),
        ("De raad vindt het hek te laag. Die kritiek is terecht.", [A, C]),
        ("De Zandbond spreekt dat tegen en gaat uit van tien banen.", [T]),
        ("Uw vaste commissie voor Natuur heeft mij gevraagd hierop te reageren.", [P]),
    ],
)
def test_cabinet_that_acts_on_a_view_is_not_its_holder(read: Read, paragraph: str, expected: list[Voice]) -> None:
    assert voices(read, paragraph) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "De strandpachters hadden liever een ruimere regeling gezien.",
        "De Nederlandse Vereniging van Duinwachters (NVD) wil verder gaan en bepleit een verbod.",
        "De Autoriteit Strand heeft in haar brief van 9 mei benadrukt dat het strand vol is.",
        "Ook de strandwachters vragen om duidelijkheid.",
        "Voorts beveelt Duinweer aan de paden te sluiten.",
        "Stichting Helmgras, die spreekuren houdt, zag dat bezoekers de paden mijden.",
        "Stichting Helmgras en de Duinwachters betreuren de sluiting.",
        "Ruiters en wandelaars menen dat de paden open kunnen blijven.",
        "De Zandbond is tegen de sluiting, omdat hij vreest voor minder leden.",
        "Bewoners van het dorp zijn bezorgd over het verkeer.",
        "De vissers vinden het kustpad te smal.",
        "Ook de Zandbond dringt aan op een ruimere regeling.",
        "Veel ondernemers vrezen dat hun omzet daalt.",
        "De Zandbond en de vereniging Strand noemen dit een gemiste kans.",
        "De gemeente Texel heeft mij verzocht om uitstel.",
        "Volgens omwonenden is het strand nu al te druk.",
        "Het strand is volgens de Zandbond nu al te druk.",
        "De Zandbond, waarin tachtig clubs samenwerken, is over dat besluit slecht te spreken.",
        "De Zandbond zelf is daar fel op tegen.",
        "De Zandbond wijt de drukte aan het verkeer.",
        "De Zandbond kan niet zeggen of de drukte toeneemt.",
        "De brancheorganisatie Strand en Zee heeft in haar brief van 2 april bezwaar gemaakt tegen de sluiting.",
        "De Unie van Kustbesturen bestrijdt dit en verwijst naar de metingen van vorig jaar.",
        "Het openbaar lichaam Saba heeft laten weten geen strand te kunnen afstaan.",
        "Vier provincies hebben gevraagd of de sluiting gevolgen heeft voor hun paden.",
        "Denemarken en Polen hebben aangegeven hun stranden open te houden.",
        "De dienst ZKB (Zand, Kust en Beheer), die ik om een oordeel heb gevraagd, komt op negen kilometer uit.",
        "Ten tweede adviseert de ZKB een breder pad.",
        "Het college van B en W van Zandvoort heeft aangegeven de boulevard niet te willen afsluiten.",
        "De gemeente Zandvoort geeft aan dat de proef is geslaagd.",
        "De burgemeester van Zandvoort wijst op de toename van het verkeer.",
        "Enkele pachters maken zich zorgen over hun omzet.",
        "De kustcentrales willen dat het pad open blijft.",
        "Op verzoek van het kabinet heeft de inspectie aangegeven welke paden veilig zijn.",
        "In een eerste reactie heeft de brancheorganisatie bezwaar gemaakt tegen de sluiting.",
        "In hun brief van 4 mei wijzen de koepels op het tekort aan personeel.",
        "Tot slot heeft de Nationale Kustwacht gemeld dat zij de termijn niet haalt.",
        "Het kabinet doet te weinig, stelt de branchevereniging.",
        "Het kabinet doet volgens de vakbonden te weinig.",
        "De regeling is, zo geven de uitvoerders aan, te ingewikkeld.",
        "Dat de kosten hoger uitvallen, betreurt de branchevereniging.",
        "Het voorstel gaat de brancheverenigingen niet ver genoeg.",
        "Door de sector is aangegeven dat de pacht te hoog is.",
        "Bij gemeenten leeft de wens om meer ruimte te krijgen.",
        "De zorg van de VNG is dat gemeenten te weinig geld krijgen.",
        "Uit de internetconsultatie kwam naar voren dat velen het voorstel te streng vinden.",
        "De Britse regering heeft laten weten haar stranden open te houden.",
        "De Hoge Raad heeft geoordeeld dat de pacht onrechtmatig is.",
        "Texel en Ameland hebben zich bereid verklaard daarover te spreken.",
        "De Afdeling bestuursrechtspraak heeft in mei bepaald dat de pacht onrechtmatig is.",
        "De Kustwacht houdt het op een gebrek aan zand.",
        "De Kustwacht geeft de voorkeur aan een hek.",
        "Een minderheid van provincies verzet zich tegen hekken.",
        "Golfkoepel NOV+ kan zich in het hek vinden, maar vreest voor het gras.",
        "Naar schatting van het Zeeplatform slijten de paden.",
        "De ombudsman van Texel en de Kustwacht wijten dit aan de wind.",
    ],
)
def test_interest_groups_hold_their_own_views(read: Read, sentence: str) -> None:
    assert voices(read, f"Ik sluit vier paden. {sentence} Zij pleiten voor uitstel.") == [C, T, T]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nederland pleit in Brussel voor bredere stranden.",
        "Het demissionaire kabinet meent dat het kan.",
        "Het ministerie van Natuur pleit daarom voor hekken.",
        "Ook het kabinet vindt dat het beter kan.",
        "De hekken zijn tegen die tijd hersteld.",
        "De opening vindt plaats in het voorjaar.",
        "De opening vindt in het voorjaar op Texel plaats.",
        "Ervoor pleit dat de wind er minder is.",
        "Het voorstel gaat dit najaar in consultatie en wordt daarna ingediend.",
        "Daarom vind ik vier paden genoeg.",
        "Mijn inzet is dat de paden open blijven.",
        "De hekken zijn hoog genoeg.",
        "De regeling is voor gemeenten aan de kust.",
        "Belangrijk acht het kabinet dat niemand wordt buitengesloten.",
        "De gemeenten krijgen hiervoor vier miljoen euro.",
        "Zoals gezegd komen er hekken.",
        "De inspectie krijgt er twintig mensen bij.",
        "De inspectie ziet hierop toe.",
        "De inspectie stelt hiervoor dit jaar een plan van aanpak op.",
        "De provincies stellen de plannen vast.",
        "De gemeente wijst locaties aan en het Rijk betaalt de bouw.",
        "Voor gemeenten vraagt dit veel.",
        "Het Rijk stelt de gemeenten in staat het strand te onderhouden.",
        "Dit stelt de sector in staat om tijdig te investeren.",
        "Schoolbesturen vragen de bijdrage aan bij het loket.",
        "De aanbieders melden ongelukken aan de inspectie.",
        "De gemeenten geven uitvoering aan deze afspraak.",
        "De scholen zien hun bekostiging met 3 procent stijgen.",
        "Het ministerie heeft de gemeenten verzocht de paden te meten.",
        "Naar aanleiding van de motie heeft het kabinet de sector verzocht de cijfers te delen.",
        "De VNG en ik hebben hierover een akkoord gesloten.",
        "De gemeenten betalen dit uit hun eigen middelen.",
        "De VNG krijgt een bijdrage voor de hekken.",
        "Het RIVM krijgt opdracht de metingen voort te zetten.",
        "De raad wordt gevraagd dit nader te onderzoeken.",
        "Door het kabinet is aangegeven dat de pacht in 2027 daalt.",
        "Dat voorstel gaat het kabinet te ver.",
    ],
)
def test_cabinets_own_text_goes_to_no_interest_group(read: Read, sentence: str) -> None:
    assert voices(read, sentence) == [C]


@pytest.mark.parametrize(
    "sentence",
    [
        "Uit een peiling van bureau Schelp blijkt dat een derde van de bezoekers met de auto komt.",
        "Uit het onderzoek van de universiteit volgt dat de helm terugkomt.",
        "Het Kustinstituut heeft berekend dat herstel twaalf jaar duurt.",
        "De evaluatie door bureau Schelp laat zien dat de paden slijten.",
        "Recent onderzoek toont aan dat helm sterk is.",
        "De zandvlakte is in de ogen van de raad te klein.",
        "In het rapport wordt geconcludeerd dat het toezicht tekortschiet.",
        "De conclusie van de raad is dat het strand te vol is.",
        "Het kabinet doet te weinig, schrijft de raad.",
        "Een korting zou volgens de berekeningen van bureau Schelp te duur zijn.",
    ],
)
def test_research_is_no_view_of_the_cabinet(read: Read, sentence: str) -> None:
    assert voices(read, f"{sentence} In het weekeinde is dat de helft.") == [A, A]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("De baas van de strandtent, de heer Schelp, is opgestapt; het onderzoek loopt.", [C]),
        ("Mevrouw ir. Anna Schelp is benoemd tot strandmeester. Ik sprak met de heer De Wit.", [C, C]),
        ("De burgemeester van Texel, mevrouw Schelp, acht een hek nodig. Zij wil er twee.", [T, T]),
        ("Mevrouw De Wit van de GGD vreest voor drukte.", [T]),
        ("De heer H. van der Zand reageert afwijzend.", [T]),
        ("De heer Schelp (GGD) heeft om een hek gevraagd.", [T]),
    ],
)
def test_people_with_a_form_of_address_are_no_members_of_parliament(
    read: Read, paragraph: str, expected: list[Voice]
) -> None:
    assert voices(read, paragraph) == expected


@pytest.mark.parametrize(
    ("paragraph", "member"),
    [
        ("Ik sprak de Kamer.", "De heer Schelp (Fractie-Schelp)"),
        ("Ik sprak de Kamer.", "Mevrouw mr. A. Schelp (PVV)"),
        ("Ik sprak het lid Schelp.", "Mevrouw Schelp"),
        ("Ik sprak de leden Smit en Van der Zand.", "Mevrouw Van der Zand"),
        ("Ik sprak Kamerlid Schelp (Duinlijst).", "De heer De Wit (Duinlijst)"),
        ("Ik sprak mevrouw Anna Schelp (PVV).", "Mevrouw Schelp"),
        ("Ik voer de motie-De Wit/Schelp uit.", "De heer De Wit"),
    ],
)
def test_people_whom_the_letter_calls_members_are_parliaments(read: Read, paragraph: str, member: str) -> None:
    assert voices(read, f"{paragraph} {member} wil een hek.") == [C, P]


def test_whoever_a_committee_is_called_after_speaks_for_it(read: Read) -> None:
    letter = read(
        OPENED.format(opening="Hierbij het rapport van de commissie-Zandstra.", text="Mevrouw Zandstra wil hekken.")
    )
    assert letter.paragraphs[-1].sentences[0].voice is A


def test_measure_under_a_finding_is_the_cabinets(read: Read) -> None:
    paragraph = (
        "Uit de peiling blijkt dat het druk is. In juli is het drukker. Daarom komt er een bus. Hij rijdt elk uur."
    )
    assert voices(read, paragraph) == [A, A, C, C]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (
            "De raad noemt het strand vol. De Zandbond wijt dat aan het weer. In mei telt de kust de bezoekers.",
            [A, T, C],
        ),
        ("De raad noemt het strand vol. De motie-Smit vraagt een hek. In mei begint de bouw.", [A, P, C]),
        ("De raad noemt het strand vol. In mei is het voller.", [A, A]),
    ],
)
def test_what_opens_a_paragraph_goes_on_until_anybody_else_speaks(
    read: Read, paragraph: str, expected: list[Voice]
) -> None:
    assert voices(read, paragraph) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Die wordt verplicht vanaf vijf meter.",
        "Vanaf 2029 wordt een hek een harde eis.",
        "Met ingang van 1 mei 2026 worden de paden elke week geveegd.",
        "Vanaf volgend jaar wordt elk pad gemeten.",
        "De uitkomsten worden openbaar.",
        "Vier daarvan worden overgenomen.",
    ],
)
def test_what_is_decided_under_a_finding_is_the_cabinets(read: Read, sentence: str) -> None:
    assert voices(read, f"De raad noemt het strand vol. Er staat geen hek. {sentence}") == [A, A, C]


@pytest.mark.parametrize(
    "paragraph",
    [
        "De raad bepleit een hek. Dat wordt verplicht vanaf vijf meter.",
        "De raad noemt het strand vol. Vanaf 2030 worden de paden naar verwachting overspoeld.",
        "De raad noemt het strand vol. Vanaf 2030 wordt de drukte groter.",
    ],
)
def test_what_advisers_propose_or_predict_is_theirs(read: Read, paragraph: str) -> None:
    assert voices(read, paragraph) == [A, A]


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("Deze eilanden hebben een verklaring ondertekend waarin zij het Hof oproepen tot haast.", "Deze eilanden"),
        ("De eilanden hebben een brief gestuurd waarin zij ook de Kamer vragen om een hek.", "De eilanden"),
        ("In een brief die zij de VNG stuurden, vraagt de raad om een hek.", "de raad"),
        ("Vorig jaar stuurde het kabinet een brief waarin het de sector oproept tot haast.", "het kabinet"),
    ],
)
def test_subject_stands_in_the_main_clause(read: Read, sentence: str, subject: str) -> None:
    found = read(FRAME.format(paragraph=sentence)).paragraphs[-1].sentences[0]
    assert found.reason == f"subject: {subject!r}"


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("Een lid van de raad, mevrouw dr. A. Schelp, bepleit een hek.", [A]),
        ("Een minderheid van drie bepleit een hek. Zij menen dat het nodig is.", [A, A]),
        ("Een minderheid binnen de raad, onder wie Schelp, wil een hek.", [A]),
        ("Twee leden, de heer Schelp en mevrouw Smit, zijn tegen. Zij willen geen hek.", [A, A]),
        ("Een minderheid van de bewoners wil een hek.", [T]),
        ("Een minderheid van de Kamer wil een hek.", [P]),
        ("Een lid van het bestuur van de Zandbond wil een hek.", [T]),
    ],
)
def test_some_members_of_the_advisers_are_advisers(read: Read, paragraph: str, expected: list[Voice]) -> None:
    assert voices(read, paragraph) == expected


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (["Twee leden, Schelp en Smit, zijn tegen.", "Zij bepleiten een hek."], True),
        (["Twee leden zijn tegen.", "Zij bepleiten een hek.", "Daarbij wijzen zij op de wind."], True),
        (["De raad wil een hek; twee leden hebben een minderheidsnota geschreven.", "Zij willen er twee."], True),
        (["Een minderheid van drie bepleit een hek."], True),
        (["Eén lid is tegen.", "Zij bepleit een hek."], True),
        (["Twee leden zijn tegen.", "Hun voorstel is een hek."], True),
        (["Twee leden zijn tegen.", "Zij meent dat het hek nodig is."], False),
        (["Twee leden zijn tegen.", "De raad bepleit een hek.", "Zij willen er twee."], False),
        (["De raad is tegen.", "Zij bepleiten een hek."], False),
    ],
)
def test_what_some_members_think_goes_on_with_their_pronoun(sentences: list[str], *, expected: bool) -> None:
    assert speaks_for_some(sentences) is expected


@pytest.mark.parametrize(
    "sentence",
    [
        "De raad gaat naar ons oordeel te snel.",
        "De raad legt naar mijn mening de lat te hoog.",
        "Dat is wat mij betreft een stap te ver.",
        "De raad heeft mijns inziens gelijk.",
    ],
)
def test_judgement_of_whoever_signs_is_the_cabinets(read: Read, sentence: str) -> None:
    assert voices(read, sentence) == [C]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("De leden Smit en Bos vroegen naar de bus. Volgens hen rijdt die te weinig.", [P, P]),
        ("De raad schetst twee wegen. Het pad is volgens hem te smal.", [A, A]),
        ("Volgens haar is het strand te klein.", [T]),
        ("De Zandbond betreurt de keuze. Naar zijn mening kan het anders.", [T, T]),
        ("Ik sluit vier paden. De raad gaat immers uit van drukte.", [C, C]),
        ("De raad noemt het strand te druk. Een druk strand is immers onveilig.", [A, A]),
        ("De raad noemt het strand te druk. Ik heb immers meer ruimte beloofd.", [A, C]),
    ],
)
def test_words_that_point_back_mean_who_spoke_last(read: Read, paragraph: str, expected: list[Voice]) -> None:
    assert voices(read, paragraph) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Op 3 mei 2023 heeft de raad zijn advies uitgebracht.",
        "De raad bracht op 3 mei 2023 een advies uit.",
        "De raad kreeg de opdracht te onderzoeken hoe het strand open kan blijven.",
        "In 2021 stelde mijn voorganger een commissie in om het strand te onderzoeken.",
        "Het rapport is in mei gepubliceerd.",
        "De raad deed dat op verzoek van de provincie.",
        "De onderzoekers spraken met veertig bezoekers en hielden een enquête.",
        "Mijn ambtsvoorganger vroeg de raad in 2021 hoe het strand open kan blijven.",
        "De Omgevingswet verplicht de minister om elk jaar te meten.",
        "De toegang is vastgelegd in artikel 5 van de Kustwet.",
        "Volgens de Kustwet is het strand openbaar.",
        "De Kustwet verplicht pachters tot onderhoud, zo blijkt uit de evaluatie van de Kustwet.",
        "Sinds 1 mei 2020 mogen honden alleen aangelijnd op het strand.",
        "Met ingang van 1 mei 2023 is de pacht verhoogd van 3% naar 4%.",
        "De proef eindigt op 1 juli 2025.",
        "Langs de kust rijden sinds begin dit jaar drie bussen.",
        "Tussen 2015 en 2020 nam het aantal bezoekers toe van 3 naar 4 miljoen.",
        "Dit is het aantal dat in 2019 is afgesproken met de gemeenten.",
    ],
)
def test_facts_and_steps_are_nobodys_view(read: Read, sentence: str) -> None:
    assert voices(read, sentence) == [N]


def test_fact_about_the_text_opens_no_report_of_it(read: Read) -> None:
    paragraph = "Op 3 mei heeft de raad zijn advies uitgebracht. Met deze brief ontvangt u mijn reactie."
    assert voices(read, paragraph) == [N, C]


def test_what_researchers_found_is_theirs_though_their_method_is_nobodys(read: Read) -> None:
    paragraph = "De onderzoekers spraken met veertig bezoekers. Zij concluderen dat het strand te druk is."
    assert voices(read, paragraph) == [N, A]


@pytest.mark.parametrize(
    "sentence",
    [
        "Haar hoofdconclusie luidt dat het strand te vol is.",
        "Hun kritiek betreft vooral de breedte van het pad.",
        "De eerste aanbeveling luidt dat er hekken moeten komen.",
        "Daarnaast stelt zij dat het pad te smal is.",
        "Dat het pad breed genoeg is, heeft zij niet kunnen vaststellen.",
    ],
)
def test_findings_of_whoever_was_named_before_are_theirs(read: Read, sentence: str) -> None:
    assert voices(read, f"De raad sprak met veertig wandelaars. {sentence}")[1] is A


def test_they_are_not_the_cabinet(read: Read) -> None:
    paragraph = "De bezoekers kwamen in juli. Zij klaagden dat het strand vol was."
    assert voices(read, paragraph)[1] is T
    assert voices(read, "De regering sluit het strand. Zij vindt het te vol.")[1] is C
    assert voices(read, "Ik sprak de koepels. Die geven aan dat het pad te smal is.")[1] is T
    assert voices(read, "De gemeenten krijgen een jaar. Zij ontvangen een vergoeding.") == [C, C]


def test_this_letter_ends_what_the_advisers_say(read: Read) -> None:
    paragraph = "De raad stelt vast dat het druk is. Op zondag is het drukker. In deze brief staat wat daaraan gebeurt."
    assert voices(read, paragraph) == [A, A, C]


def test_money_that_is_available_is_no_record(read: Read) -> None:
    assert voices(read, "Hiervoor is € 4 miljoen beschikbaar, verdeeld over 2025 en 2026.") == [C]


def test_heading_that_asks_what_it_is_about_sets_out_the_background(read: Read) -> None:
    letter = read("Aan de Voorzitter van de Tweede Kamer\n\n1. Waar gaat het om?\nHet strand is openbaar.\n")
    assert letter.paragraphs[-1].voice is N


@pytest.mark.parametrize(
    ("paragraph", "adviser"),
    [
        ("Op verzoek van het Rijk verscheen het rapport van de commissie-Zandstra.", "De commissie-Zandstra"),
        ("De commissie-Zandstra bood in mei haar rapport aan.", "De commissie"),
        ("In het advies van de Adviesraad voor kust, zee en strand (AKZ) staan drie wegen.", "De AKZ"),
        ("Het rapport «Zand erover» van Schelp Advies is bijgevoegd.", "Schelp Advies"),
    ],
)
def test_whoever_made_a_report_is_an_adviser(read: Read, paragraph: str, adviser: str) -> None:
    assert voices(read, f"{paragraph} {adviser} constateert dat het druk is.")[-1] is A


OPENED = """\
Aan de Voorzitter van de Tweede Kamer

{opening}

{text}
"""


@pytest.mark.parametrize(
    ("opening", "text"),
    [
        ("Ik heb de Juridische Commissie Verre Kusten (JCVK) om advies verzocht.", "De JCVK ziet gevaar."),
        ("Ik heb de Juridische Commissie Verre Kusten (JCVK) om advies verzocht.", "De commissie ziet gevaar."),
        ("Hierbij het rapport dat het Bureau Strandonderzoek (BSO) heeft gemaakt.", "Het bureau ziet gevaar."),
        ("Het strand is gemeten door onderzoeksbureau Schelp & Zonen (hierna: Schelp). Het rapport is bijgevoegd.",
         "Schelp ziet gevaar."),
        ("De Adviescommissie Internationaal Strandrecht (AIS) heeft advies uitgebracht.", "De AIS raadt een hek aan."),
        ("De studie heeft het Kustcentrum van de Universiteit Texel (hierna: het Kustcentrum) verricht.",
         "Het Kustcentrum rekent op tien jaar."),
        ("In mei heeft de Wetenschappelijke Adviesraad Wad (WAW) een rapport gestuurd.", "De raad ziet gevaar."),
    ],
)  # fmt: skip
def test_whoever_is_introduced_with_its_work_is_an_adviser(read: Read, opening: str, text: str) -> None:
    assert read(OPENED.format(opening=opening, text=text)).paragraphs[-1].sentences[0].voice is A


def test_a_treaty_with_a_short_name_is_no_adviser(read: Read) -> None:
    opening = "Het rapport gaat over het Verdrag van Texel inzake het strand (hierna: het Verdrag)."
    letter = read(OPENED.format(opening=opening, text="Het Verdrag noemt drie plichten. Het strand is smal."))
    assert A not in [one.voice for one in letter.paragraphs[-1].sentences]


def test_commissie_with_a_capital_is_the_european_one_where_the_letter_names_it(read: Read) -> None:
    opening = "De Adviescommissie Strand (ACS) bracht advies uit over het plan van de Europese Commissie."
    letter = read(OPENED.format(opening=opening, text="De Commissie wil hekken. De commissie wil geen hekken."))
    assert [one.voice for one in letter.paragraphs[-1].sentences] == [T, A]


def test_motion_named_after_its_mover_is_parliaments(read: Read) -> None:
    paragraph = "De motie-De Wit c.s. verzoekt de regering een bus te laten rijden. Zij roept de regering op tot haast."
    assert voices(read, paragraph) == [P, P]


@pytest.mark.parametrize(
    "sentence",
    [
        "In de motie-De Wit wordt de regering verzocht een bus te laten rijden.",
        "Met de motie-De Wit is gevraagd om een bus.",
        "Enkele fracties willen een bus.",
        "Verschillende leden van uw Kamer hebben gevraagd naar de bus.",
        "Een meerderheid van uw Kamer heeft verzocht om een bus.",
        "Vanuit uw Kamer is aangedrongen op haast.",
        "Uw Kamer heeft zorgen geuit over de bus.",
    ],
)
def test_what_members_and_motions_ask_is_parliaments(read: Read, sentence: str) -> None:
    assert voices(read, sentence) == [P]


SUMMED_UP = "Aan de Voorzitter van de Tweede Kamer\n\n{opening}\n\n{heading}\n\nHet strand is te druk.\n"


ADVISED = """\
Hierbij stuur ik u mijn reactie op het advies van de Raad voor de Duinen (hierna: de raad) over het strand.

{heading}

{text}
"""


@pytest.mark.parametrize(
    ("heading", "voice"),
    [
        ("2. Wat de raad vond", A),
        ("Wat het onderzoek heeft laten zien", A),
        ("Het oordeel van de raad", A),
        ("Wat het kabinet vindt", C),
        ("De visie van de minister", C),
        ("Wat de strandtenten kosten", C),
        ("3. Reacties van strandpachters", T),
        ("Reacties van het kabinet", C),
        ("Eerste inschatting van het krachtenveld", T),
        ("Essentie van het voorstel", T),
        ("Wat de initiatiefnemers voorstellen", T),
    ],
)
def test_heading_says_whose_findings_follow(read: Read, heading: str, voice: Voice) -> None:
    letter = read(ADVISED.format(heading=heading, text="Het strand is op zondag te druk."))
    assert letter.paragraphs[-1].voice is voice


def test_section_on_a_recommendation_is_the_cabinets_once_the_cabinet_has_decided_on_it(read: Read) -> None:
    text = """\
De raad wil hekken. Zonder hekken slijt het zand.

Op het strand komen te veel mensen. Het kabinet neemt de aanbeveling over. De hekken komen voor de zomer.

Op dit moment staan er twee.
"""
    letter = read(ADVISED.format(heading="Aanbeveling 2: hekken", text=text))
    found = [[one.voice for one in paragraph.sentences] for paragraph in letter.paragraphs[-3:]]
    assert found == [[A, A], [A, C, C], [C]]


def test_what_follows_the_cabinets_word_in_a_report_of_others_is_the_cabinets(read: Read) -> None:
    text = "De raad wil hekken. Het kabinet wil die niet. Het strand blijft van iedereen."
    letter = read(ADVISED.format(heading="Het advies in het kort", text=text))
    assert [one.voice for one in letter.paragraphs[-1].sentences] == [A, C, C]


def test_people_who_made_a_report_are_its_advisers(read: Read) -> None:
    letter = read(
        "Hierbij bied ik u de verkenning «Vol strand» van mr. A.B. Duinker en dr. C. van Zand aan.\n\n"
        "Van Zand wil een hek. Dhr. Duinker vindt dat te duur.\n"
    )
    assert [one.voice for one in letter.paragraphs[-1].sentences] == [A, A]


def test_where_people_come_from_is_no_view_of_theirs(read: Read) -> None:
    assert voices(read, "De raad ziet drukte. Veel bewoners komen uit dorpen zonder strand.") == [A, A]


@pytest.mark.parametrize(
    "heading", ["1. Advies in het kort", "Uitkomsten van het onderzoek", "Wat adviseert de commissie?"]
)
def test_heading_of_a_summary_gives_it_to_the_advisers(read: Read, heading: str) -> None:
    letter = read(SUMMED_UP.format(opening="Hierbij schrijf ik u over het strand.", heading=heading))
    assert letter.paragraphs[-1].voice is A


@pytest.mark.parametrize("heading", ["Hoofdlijnen", "Conclusie", "2. Aanbevelingen", "Analyse", "Resultaten 2023"])
def test_bare_heading_of_a_summary_is_the_advisers_only_where_there_are_any(read: Read, heading: str) -> None:
    alone = read(SUMMED_UP.format(opening="Hierbij schrijf ik u over het strand.", heading=heading))
    told = read(SUMMED_UP.format(opening="Hierbij stuur ik u het rapport over het strand.", heading=heading))
    assert (alone.paragraphs[-1].voice, told.paragraphs[-1].voice) == (C, A)


@pytest.mark.parametrize(
    "sentence",
    [
        "Het kabinet herkent het beeld dat de raad schetst.",
        "Met de raad ben ik van mening dat het strand vol is.",
        "Net als de raad vind ik vier paden genoeg.",
        "Daarom volg ik het advies van de raad.",
        "Het advies over de paden volgt het kabinet op.",
        "Ik deel de analyse dat de zee niet wacht.",
        "Zoals de raad stelt, is er niet genoeg zand.",
        "Het kabinet is het daarmee eens.",
        "Het kabinet volgt die keuze.",
        "Ik onderschrijf deze conclusie en zie geen reden voor een hek.",
        "De raad bepleit een hek, en daarmee stemt het kabinet in.",
    ],
)
def test_endorsement_of_the_advisers_is_seen(read: Read, sentence: str) -> None:
    assert judged(read, sentence) == [(C, A)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Het advies over de paden volg ik niet op.",
        "Ik deel de zorg van de raad niet.",
        "Ik deel dat oordeel niet, omdat het hek hoog is.",
        "Het kabinet herkent zich niet in het beeld van de raad.",
        "Dat het strand vroeger breder was, zoals de raad opmerkt, doet daaraan niet af.",
        "Het beeld dat de raad schetst, is niet juist.",
        "Ik volg de ontwikkelingen op de voet.",
    ],
)
def test_denial_is_no_endorsement(read: Read, sentence: str) -> None:
    assert [endorsed for _, endorsed in judged(read, sentence)] == [None]


@pytest.mark.parametrize("adviser", ["De Raad van State", "De Afdeling advisering"])
@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("het advies van de Afdeling advisering van de Raad van State over het strand", Voice.AUTHORS),
        ("het advies van de Raad voor de Duinen over het strand", Voice.THIRD_PARTY),
    ],
)
def test_council_of_state_is_adviser_of_a_letter_about_its_advice(
    read: Read, adviser: str, subject: str, expected: Voice
) -> None:
    letter = read(
        "Aan de Voorzitter van de Tweede Kamer\n\n"
        f"Hierbij stuur ik u mijn reactie op {subject}.\n\nReactie\n\n{adviser} raamde de kosten hoger.\n"
    )
    assert letter.paragraphs[-1].sentences[0].voice is expected


@pytest.mark.parametrize(
    "name",
    [
        "advies van de Adviesraad Zeewering (AZ)",
        "advies nr. 4 van de Technische Dijk- en Kustraad (AZ)",
        "advies 'Zout water' van de Commissie van advies inzake zeewering (hierna: AZ)",
        "advies, dat de Raad voor de Zeewering (AZ) in mei",
    ],
)
def test_an_adviser_is_known_by_its_short_form(read: Read, name: str) -> None:
    letter = read(f"Aan de Voorzitter van de Tweede Kamer\n\nIk reageer op het {name} uitbracht.\n\n"
                  "Volgens de AZ is de dijk te laag. De AZ had om geld gevraagd.\n")  # fmt: skip
    assert [sentence.voice for sentence in letter.paragraphs[-1].sentences] == [A, A]


def test_options_that_advisers_set_out_are_described_by_them_until_the_cabinet_speaks(read: Read) -> None:
    text = """\
De raad heeft drie opties onderzocht.

De eerste optie is een hek langs het pad. Het voordeel is dat het zand blijft. Ik kies daar niet voor. Het pad is smal.

Optie B wordt verder verkend. Zij kost een ton.
"""
    letter = read(OPENED.format(opening="Hierbij het advies van de Raad voor de Duinen (hierna: de raad).", text=text))
    found = [[one.voice for one in paragraph.sentences] for paragraph in letter.paragraphs[-2:]]
    assert found == [[A, A, C, C], [C, C]]

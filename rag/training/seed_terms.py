"""English terms of government with their Dutch ones, where the learned translations are generally wrong."""

SEED = """
cabinet = kabinet; government = regering, kabinet, overheid, rijk; coalition = coalitie
coalition agreement = coalitieakkoord, regeerakkoord; coalition party = coalitiepartij; caretaker = demissionair
house of representatives = tweede kamer; lower house = tweede kamer; senate = eerste kamer, senaat
upper house = eerste kamer; parliament = parlement, kamer, tweede kamer; states general = staten-generaal
member of parliament = kamerlid, parlementariër; mp = kamerlid; motion = motie; parliamentary question = kamervraag
debate = debat; parliamentary letter = kamerbrief; parliamentary paper = kamerstuk; committee = commissie, comité
pledge = toezegging; promise = toezegging, belofte; prime minister = minister-president, premier
state secretary = staatssecretaris; secretary of state = staatssecretaris; junior minister = staatssecretaris
council of state = raad van state; advisory division = afdeling advisering; council of ministers = ministerraad
court of audit = algemene rekenkamer; ombudsman = ombudsman; supreme court = hoge raad, hooggerechtshof
district court = rechtbank
court of appeal = gerechtshof; case law = jurisprudentie, rechtspraak; public prosecution = openbaar ministerie
public prosecutor = officier van justitie; ruling = uitspraak, arrest; judgment = arrest, uitspraak, vonnis
justice = justitie, rechtspraak, recht; interior = binnenlandse zaken; defence = defensie, verdediging
foreign = buitenlands; finance = financiën; economic affairs = economische zaken; foreign affairs = buitenlandse zaken
social affairs = sociale zaken; general affairs = algemene zaken; legal protection = rechtsbescherming
bill = wetsvoorstel; act = wet, handeling; law = wet, recht, wetgeving; decree = besluit
regulation = verordening, regeling; directive = richtlijn; policy = beleid; policy rule = beleidsregel
explanatory memorandum = memorie van toelichting; legislative = wetgevend, wetgeving
paragraph = alinea, paragraaf, lid; chapter = hoofdstuk; annex = bijlage; letter = brief; author = auteur, opsteller
exploratory = verkennend, verkenning; exploratory study = verkenning; exploration = verkenning
study = studie, onderzoek, verkenning; report = rapport, verslag; response = reactie, antwoord
cabinet response = kabinetsreactie; government response = kabinetsreactie; view = standpunt, opvatting, mening, zicht
position = standpunt, positie; conclude = concluderen, sluiten; conclusion = conclusie
recommend = aanbevelen, aanbeveling; recommendation = aanbeveling; argue = betogen, stellen
argument = argument, betoog; oppose = tegen, verzetten; reject = afwijzen, verwerpen; believe = menen, geloven, mening
consider = overwegen, beschouwen, achten; intend = voornemens, voornemen, bedoelen; intention = voornemen, intentie
ambition = ambitie; challenge = uitdaging, opgave; bottleneck = knelpunt; obstacle = belemmering, knelpunt
deadline = termijn, uiterlijk; pilot = pilot, proef; pilot project = proefproject, pilot
implement = uitvoeren, invoeren; implementation = uitvoering, invoering; enforcement = handhaving
supervision = toezicht; supervisor = toezichthouder; inspectorate = inspectie; scrap = schrappen, afschaffen
abolish = afschaffen; outdated = verouderd, achterhaald; obsolete = verouderd; tenable = houdbaar
viable = levensvatbaar, houdbaar; future proof = toekomstbestendig; modernise = moderniseren
update = actualiseren, bijwerken; amend = wijzigen, aanpassen; adjust = aanpassen; replace = vervangen
withdraw = terugtrekken, intrekken, opzeggen; withdrawal = intrekking, opzegging, terugtrekking; denounce = opzeggen
denunciation = opzegging; terminate = beëindigen, opzeggen; quit = opzeggen, verlaten
ratify = bekrachtigen, ratificeren; sign = ondertekenen, teken; signatory = ondertekenaar, partij
asylum seeker = asielzoeker; asylum application = asielaanvraag, asielverzoek; asylum system = asielstelsel
asylum policy = asielbeleid; refugee convention = vluchtelingenverdrag; refugee status = vluchtelingenstatus
refugee camp = vluchtelingenkamp; persecution = vervolging; flee = vluchten; displace = ontheemd
displaced person = ontheemde; host = opvangen, gastland; shelter = opvang, onderdak; reception = opvang, ontvangst
reception centre = opvangcentrum, asielzoekerscentrum; resettlement = hervestiging; resettle = hervestigen
relocation = herplaatsing, relocatie, verhuizing; relocate = herplaatsen, verplaatsen
return = terugkeer, terugkeren, terug; repatriation = repatriëring, terugkeer; deport = uitzetten, deporteren
deportation = uitzetting; expulsion = uitzetting; expel = uitzetten
detention = detentie, bewaring, vreemdelingenbewaring; alien = vreemdeling; foreign national = vreemdeling
border control = grenscontrole, grensbewaking; smuggler = mensensmokkelaar, smokkelaar
smuggling = mensensmokkel, smokkel; people smuggler = mensensmokkelaar; people smuggling = mensensmokkel
human trafficking = mensenhandel; trafficking = mensenhandel, handel; burden = last
burden sharing = lastenverdeling, lastendeling; solidarity = solidariteit
non refoulement = non-refoulement, refoulementverbod; third country = derde land; safe country = veilig land
country of origin = land van herkomst, herkomstland; residence permit = verblijfsvergunning; permit = vergunning
family reunification = gezinshereniging; unaccompanied minor = alleenstaande minderjarige
citizen = burger, staatsburger; civic integration = inburgering; integration = integratie, inburgering
migrant = migrant; labour migrant = arbeidsmigrant; migrant worker = arbeidsmigrant
high commissioner = hoge commissaris; united nations = verenigde naties; united kingdom = verenigd koninkrijk
united states = verenigde staten; european union = europese unie; eu = eu, europese unie; un = vn, verenigde naties
nato = navo; echr = evrm; member state = lidstaat; treaty = verdrag; convention = verdrag, conventie
human right = mensenrecht, mensenrechten; fundamental right = grondrecht; migration pact = migratiepact
housing = huisvesting, wonen, woning, woningbouw; house = huis, woning, kamer; home = woning, huis, thuis
housing construction = woningbouw; housing association = woningcorporatie, woningbouwvereniging
social housing = sociale huur, sociale huurwoning; housing shortage = woningtekort, woningnood; tenant = huurder
landlord = verhuurder; rent = huur, huren; landowner = grondeigenaar; zoning = bestemmingsplan
spatial planning = ruimtelijke ordening; developer = ontwikkelaar; municipality = gemeente
municipal = gemeentelijk, gemeente; mayor = burgemeester; alderman = wethouder; province = provincie
water authority = waterschap; water board = waterschap; water company = waterbedrijf, drinkwaterbedrijf
tap water = kraanwater; groundwater = grondwater; drought = droogte; extraction = winning, onttrekking
abstraction = onttrekking, winning; pesticide = bestrijdingsmiddel, gewasbeschermingsmiddel; animal testing = dierproef
animal test = dierproef; animal experiment = dierproef; laboratory animal = proefdier
animal free = proefdiervrij, dierproefvrij; animal welfare = dierenwelzijn; nitrogen = stikstof; manure = mest
farm = boerderij, landbouwbedrijf; farmer = boer, landbouwer, agrariër; livestock = vee, veehouderij
nature = natuur, aard; emission = uitstoot, emissie; greenhouse gas = broeikasgas; wind farm = windpark
wind energy = windenergie; solar = zonne, zon; solar panel = zonnepaneel; energy transition = energietransitie
power grid = stroomnet, elektriciteitsnet; grid congestion = netcongestie; railway = spoor, spoorweg; rail = spoor
train = trein, opleiding; track = spoor; public transport = openbaar vervoer; noise = geluid, lawaai
nuisance = overlast; tax = belasting; tax authority = belastingdienst; tax administration = belastingdienst
benefit = uitkering, voordeel, toeslag; allowance = toeslag, toelage; benefit scandal = toeslagenaffaire
childcare benefit = kinderopvangtoeslag; social assistance = bijstand; welfare = bijstand, welzijn
grant = subsidie, verlenen; budget = begroting, budget; minimum wage = minimumloon; collective agreement = cao
unemployment benefit = werkloosheidsuitkering; labour market = arbeidsmarkt; state pension = aow
healthcare = zorg, gezondheidszorg; care = zorg; health insurance = zorgverzekering, ziektekostenverzekering
health insurer = zorgverzekeraar; deductible = eigen risico; general practitioner = huisarts
nursing home = verpleeghuis; youth care = jeugdzorg; mental health = geestelijke gezondheid, ggz
student = student, leerling; student finance = studiefinanciering; primary school = basisschool
secondary education = voortgezet onderwijs; higher education = hoger onderwijs
vocational education = beroepsonderwijs, mbo; disability = handicap, beperking; elderly = ouderen, oudere
stakeholder = belanghebbende, betrokkene; consultation = raadpleging, consultatie, overleg
support = steun, draagvlak, ondersteuning, steunen; shortage = tekort; affordable = betaalbaar
increase = stijging, toename, verhogen, verhoging; decrease = daling, afname; percent = procent
percentage = percentage, procent; billion = miljard; euro = euro; dutch = nederlands; netherlands = nederland
hague = den haag; civil servant = ambtenaar; agency = agentschap, dienst
"""
"""What Dutch government papers say, where treaties and dictionaries say something else or nothing."""

-- The search form of a text: NFKD, lower case, combining marks removed. The same rule as kitchen.SearchForm, character
-- by character, whatever the server's locale; SearchFormSqlTest compares the two and made the lists. All of this is in
-- plpgsql, which keeps its plans: with the search_path they must set, functions in SQL are planned anew at each call. Setting
-- the search_path costs some 14 microseconds a call, so that a recipe's texts go through few of them, many at once.
create or replace function larder.search_form(input text) returns text
language plpgsql immutable strict parallel safe set search_path = ''
as $$
begin
    if pg_catalog.octet_length(input) = pg_catalog.char_length(input) then
        return pg_catalog.lower(input collate "C");
    end if;
    return (
    select case
        -- Latin letters and punctuation, as most texts are: the same rule with short lists, some fifty times as fast.
        when pg_catalog.normalize(input, 'NFKD') !~ '[^\u0001-\u024F\u0300-\u036F\u2000-\u20CF]' then (
            select case
                when bare ~ '[ÆÐØÞĐĦıŁŊŒŦƁƂƄƆƇƉƊƋƎƏƐƑƓƔƖƗƘƜƝƟƢƤƦƧƩƬƮƱƲƳƵƷƸƼǤǶǷȜȠȢȤȺȻȽȾɁɃɄɅɆɈɊɌɎ]' then pg_catalog.translate(bare,
                    'ÆÐØÞĐĦıŁŊŒŦƁƂƄƆƇƉƊƋƎƏƐƑƓƔƖƗƘƜƝƟƢƤƦƧƩƬƮƱƲƳƵƷƸƼǤǶǷȜȠȢȤȺȻȽȾɁɃɄɅɆɈɊɌɎ',
                    'æðøþđħiłŋœŧɓƃƅɔƈɖɗƌǝəɛƒɠɣɩɨƙɯɲɵƣƥʀƨʃƭʈʊʋƴƶʒƹƽǥƕƿȝƞȣȥⱥȼƚⱦɂƀʉʌɇɉɋɍɏ')
                else bare end
            from (select pg_catalog.lower(pg_catalog.regexp_replace(pg_catalog.normalize(input, 'NFKD'),
                    '[\u0300-\u036F]+', '', 'g') collate "C") as bare) as latin)
        else (
            select case
                when bare ~ '[\u00C6-\u1FFF\u2132\u2183\u2C00-\uD7FF\uF900-\uFFFF\U00010000-\U0010FFFF]' then pg_catalog.translate(bare,
                    'ÆÐØÞĐĦıŁŊŒŦƁƂƄƆƇƉƊƋƎƏƐƑƓƔƖƗƘƜƝƟƢƤƦƧƩƬƮƱƲƳƵƷƸƼǤǶǷȜȠȢȤȺȻȽȾɁɃɄɅɆɈɊɌɎͰͲͶͿΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦ'
                    'ΧΨΩςϏϘϚϜϞϠϢϤϦϨϪϬϮϷϺϽϾϿЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯѠѢѤѦѨѪѬѮѰѲѴѸѺѼѾҀҊҌҎҐҒҔҖҘҚҜҞҠ'
                    'ҢҤҦҨҪҬҮҰҲҴҶҸҺҼҾӀӃӅӇӉӋӍӔӘӠӨӶӺӼӾԀԂԄԆԈԊԌԎԐԒԔԖԘԚԜԞԠԢԤԦԨԪԬԮԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔ'
                    'ՕՖႠႡႢႣႤႥႦႧႨႩႪႫႬႭႮႯႰႱႲႳႴႵႶႷႸႹႺႻႼႽႾႿჀჁჂჃჄჅჇჍᎠᎡᎢᎣᎤᎥᎦᎧᎨᎩᎪᎫᎬᎭᎮᎯᎰᎱᎲᎳᎴᎵᎶᎷᎸᎹᎺᎻᎼᎽᎾᎿᏀᏁᏂᏃᏄᏅᏆᏇᏈᏉᏊᏋᏌᏍᏎᏏ'
                    'ᏐᏑᏒᏓᏔᏕᏖᏗᏘᏙᏚᏛᏜᏝᏞᏟᏠᏡᏢᏣᏤᏥᏦᏧᏨᏩᏪᏫᏬᏭᏮᏯᏰᏱᏲᏳᏴᏵᲀᲁᲂᲃᲄᲅᲆᲇᲈᲉᲐᲑᲒᲓᲔᲕᲖᲗᲘᲙᲚᲛᲜᲝᲞᲟᲠᲡᲢᲣᲤᲥᲦᲧᲨᲩᲪᲫᲬᲭᲮᲯᲰᲱᲲᲳᲴᲵᲶᲷᲸᲹ'
                    'ᲺᲽᲾᲿẞỺỼỾℲↃⰀⰁⰂⰃⰄⰅⰆⰇⰈⰉⰊⰋⰌⰍⰎⰏⰐⰑⰒⰓⰔⰕⰖⰗⰘⰙⰚⰛⰜⰝⰞⰟⰠⰡⰢⰣⰤⰥⰦⰧⰨⰩⰪⰫⰬⰭⰮⰯⱠⱢⱣⱤⱧⱩⱫⱭⱮⱯⱰⱲⱵⱾⱿⲀⲂⲄⲆⲈⲊⲌⲎⲐⲒⲔⲖⲘⲚⲜⲞⲠ'
                    'ⲢⲤⲦⲨⲪⲬⲮⲰⲲⲴⲶⲸⲺⲼⲾⳀⳂⳄⳆⳈⳊⳌⳎⳐⳒⳔⳖⳘⳚⳜⳞⳠⳢⳫⳭⳲꙀꙂꙄꙆꙈꙊꙌꙎꙐꙒꙔꙖꙘꙚꙜꙞꙠꙢꙤꙦꙨꙪꙬꚀꚂꚄꚆꚈꚊꚌꚎꚐꚒꚔꚖꚘꚚꜢꜤꜦꜨꜪꜬꜮꜲꜴꜶꜸꜺꜼꜾꝀꝂꝄ'
                    'ꝆꝈꝊꝌꝎꝐꝒꝔꝖꝘꝚꝜꝞꝠꝢꝤꝦꝨꝪꝬꝮꝹꝻꝽꝾꞀꞂꞄꞆꞋꞍꞐꞒꞖꞘꞚꞜꞞꞠꞢꞤꞦꞨꞪꞫꞬꞭꞮꞰꞱꞲꞳꞴꞶꞸꞺꞼꞾꟀꟂꟄꟅꟆꟇꟉꟋꟌꟐꟖꟘꟚꟜꟵ𐐀𐐁𐐂𐐃𐐄𐐅𐐆𐐇𐐈𐐉𐐊𐐋𐐌𐐍𐐎𐐏𐐐'
                    '𐐑𐐒𐐓𐐔𐐕𐐖𐐗𐐘𐐙𐐚𐐛𐐜𐐝𐐞𐐟𐐠𐐡𐐢𐐣𐐤𐐥𐐦𐐧𐒰𐒱𐒲𐒳𐒴𐒵𐒶𐒷𐒸𐒹𐒺𐒻𐒼𐒽𐒾𐒿𐓀𐓁𐓂𐓃𐓄𐓅𐓆𐓇𐓈𐓉𐓊𐓋𐓌𐓍𐓎𐓏𐓐𐓑𐓒𐓓𐕰𐕱𐕲𐕳𐕴𐕵𐕶𐕷𐕸𐕹𐕺𐕼𐕽𐕾𐕿𐖀𐖁𐖂𐖃𐖄𐖅𐖆𐖇𐖈𐖉𐖊𐖌𐖍𐖎𐖏𐖐'
                    '𐖑𐖒𐖔𐖕𐲀𐲁𐲂𐲃𐲄𐲅𐲆𐲇𐲈𐲉𐲊𐲋𐲌𐲍𐲎𐲏𐲐𐲑𐲒𐲓𐲔𐲕𐲖𐲗𐲘𐲙𐲚𐲛𐲜𐲝𐲞𐲟𐲠𐲡𐲢𐲣𐲤𐲥𐲦𐲧𐲨𐲩𐲪𐲫𐲬𐲭𐲮𐲯𐲰𐲱𐲲𐵐𐵑𐵒𐵓𐵔𐵕𐵖𐵗𐵘𐵙𐵚𐵛𐵜𐵝𐵞𐵟𐵠𐵡𐵢𐵣𐵤𐵥𑢠𑢡𑢢𑢣𑢤𑢥𑢦𑢧𑢨𑢩𑢪𑢫𑢬'
                    '𑢭𑢮𑢯𑢰𑢱𑢲𑢳𑢴𑢵𑢶𑢷𑢸𑢹𑢺𑢻𑢼𑢽𑢾𑢿𖹀𖹁𖹂𖹃𖹄𖹅𖹆𖹇𖹈𖹉𖹊𖹋𖹌𖹍𖹎𖹏𖹐𖹑𖹒𖹓𖹔𖹕𖹖𖹗𖹘𖹙𖹚𖹛𖹜𖹝𖹞𖹟𞤀𞤁𞤂𞤃𞤄𞤅𞤆𞤇𞤈𞤉𞤊𞤋𞤌𞤍𞤎𞤏𞤐𞤑𞤒𞤓𞤔𞤕𞤖𞤗𞤘𞤙𞤚𞤛𞤜𞤝𞤞𞤟𞤠𞤡',
                    'æðøþđħiłŋœŧɓƃƅɔƈɖɗƌǝəɛƒɠɣɩɨƙɯɲɵƣƥʀƨʃƭʈʊʋƴƶʒƹƽǥƕƿȝƞȣȥⱥȼƚⱦɂƀʉʌɇɉɋɍɏͱͳͷϳαβγδεζηθικλμνξοπρστυφ'
                    'χψωσϗϙϛϝϟϡϣϥϧϩϫϭϯϸϻͻͼͽђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяѡѣѥѧѩѫѭѯѱѳѵѹѻѽѿҁҋҍҏґғҕҗҙқҝҟҡ'
                    'ңҥҧҩҫҭүұҳҵҷҹһҽҿӏӄӆӈӊӌӎӕәӡөӷӻӽӿԁԃԅԇԉԋԍԏԑԓԕԗԙԛԝԟԡԣԥԧԩԫԭԯաբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփք'
                    'օֆⴀⴁⴂⴃⴄⴅⴆⴇⴈⴉⴊⴋⴌⴍⴎⴏⴐⴑⴒⴓⴔⴕⴖⴗⴘⴙⴚⴛⴜⴝⴞⴟⴠⴡⴢⴣⴤⴥⴧⴭꭰꭱꭲꭳꭴꭵꭶꭷꭸꭹꭺꭻꭼꭽꭾꭿꮀꮁꮂꮃꮄꮅꮆꮇꮈꮉꮊꮋꮌꮍꮎꮏꮐꮑꮒꮓꮔꮕꮖꮗꮘꮙꮚꮛꮜꮝꮞꮟ'
                    'ꮠꮡꮢꮣꮤꮥꮦꮧꮨꮩꮪꮫꮬꮭꮮꮯꮰꮱꮲꮳꮴꮵꮶꮷꮸꮹꮺꮻꮼꮽꮾꮿᏸᏹᏺᏻᏼᏽвдосттъѣꙋᲊაბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰჱჲჳჴჵჶჷჸჹ'
                    'ჺჽჾჿßỻỽỿⅎↄⰰⰱⰲⰳⰴⰵⰶⰷⰸⰹⰺⰻⰼⰽⰾⰿⱀⱁⱂⱃⱄⱅⱆⱇⱈⱉⱊⱋⱌⱍⱎⱏⱐⱑⱒⱓⱔⱕⱖⱗⱘⱙⱚⱛⱜⱝⱞⱟⱡɫᵽɽⱨⱪⱬɑɱɐɒⱳⱶȿɀⲁⲃⲅⲇⲉⲋⲍⲏⲑⲓⲕⲗⲙⲛⲝⲟⲡ'
                    'ⲣⲥⲧⲩⲫⲭⲯⲱⲳⲵⲷⲹⲻⲽⲿⳁⳃⳅⳇⳉⳋⳍⳏⳑⳓⳕⳗⳙⳛⳝⳟⳡⳣⳬⳮⳳꙁꙃꙅꙇꙉꙋꙍꙏꙑꙓꙕꙗꙙꙛꙝꙟꙡꙣꙥꙧꙩꙫꙭꚁꚃꚅꚇꚉꚋꚍꚏꚑꚓꚕꚗꚙꚛꜣꜥꜧꜩꜫꜭꜯꜳꜵꜷꜹꜻꜽꜿꝁꝃꝅ'
                    'ꝇꝉꝋꝍꝏꝑꝓꝕꝗꝙꝛꝝꝟꝡꝣꝥꝧꝩꝫꝭꝯꝺꝼᵹꝿꞁꞃꞅꞇꞌɥꞑꞓꞗꞙꞛꞝꞟꞡꞣꞥꞧꞩɦɜɡɬɪʞʇʝꭓꞵꞷꞹꞻꞽꞿꟁꟃꞔʂᶎꟈꟊɤꟍꟑꟗꟙꟛƛꟶ𐐨𐐩𐐪𐐫𐐬𐐭𐐮𐐯𐐰𐐱𐐲𐐳𐐴𐐵𐐶𐐷𐐸'
                    '𐐹𐐺𐐻𐐼𐐽𐐾𐐿𐑀𐑁𐑂𐑃𐑄𐑅𐑆𐑇𐑈𐑉𐑊𐑋𐑌𐑍𐑎𐑏𐓘𐓙𐓚𐓛𐓜𐓝𐓞𐓟𐓠𐓡𐓢𐓣𐓤𐓥𐓦𐓧𐓨𐓩𐓪𐓫𐓬𐓭𐓮𐓯𐓰𐓱𐓲𐓳𐓴𐓵𐓶𐓷𐓸𐓹𐓺𐓻𐖗𐖘𐖙𐖚𐖛𐖜𐖝𐖞𐖟𐖠𐖡𐖣𐖤𐖥𐖦𐖧𐖨𐖩𐖪𐖫𐖬𐖭𐖮𐖯𐖰𐖱𐖳𐖴𐖵𐖶𐖷'
                    '𐖸𐖹𐖻𐖼𐳀𐳁𐳂𐳃𐳄𐳅𐳆𐳇𐳈𐳉𐳊𐳋𐳌𐳍𐳎𐳏𐳐𐳑𐳒𐳓𐳔𐳕𐳖𐳗𐳘𐳙𐳚𐳛𐳜𐳝𐳞𐳟𐳠𐳡𐳢𐳣𐳤𐳥𐳦𐳧𐳨𐳩𐳪𐳫𐳬𐳭𐳮𐳯𐳰𐳱𐳲𐵰𐵱𐵲𐵳𐵴𐵵𐵶𐵷𐵸𐵹𐵺𐵻𐵼𐵽𐵾𐵿𐶀𐶁𐶂𐶃𐶄𐶅𑣀𑣁𑣂𑣃𑣄𑣅𑣆𑣇𑣈𑣉𑣊𑣋𑣌'
                    '𑣍𑣎𑣏𑣐𑣑𑣒𑣓𑣔𑣕𑣖𑣗𑣘𑣙𑣚𑣛𑣜𑣝𑣞𑣟𖹠𖹡𖹢𖹣𖹤𖹥𖹦𖹧𖹨𖹩𖹪𖹫𖹬𖹭𖹮𖹯𖹰𖹱𖹲𖹳𖹴𖹵𖹶𖹷𖹸𖹹𖹺𖹻𖹼𖹽𖹾𖹿𞤢𞤣𞤤𞤥𞤦𞤧𞤨𞤩𞤪𞤫𞤬𞤭𞤮𞤯𞤰𞤱𞤲𞤳𞤴𞤵𞤶𞤷𞤸𞤹𞤺𞤻𞤼𞤽𞤾𞤿𞥀𞥁𞥂𞥃')
                else bare end
            from (select pg_catalog.lower(pg_catalog.regexp_replace(pg_catalog.normalize(input, 'NFKD'),
                    '[\u0300-\u036F\u0483-\u0487\u0591-\u05BD\u05BF\u05C1-\u05C2\u05C4-\u05C5\u05C7\u0610-\u061A'
                    '\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7-\u06E8\u06EA-\u06ED\u0711\u0730-\u074A'
                    '\u07A6-\u07B0\u07EB-\u07F3\u07FD\u0816-\u0819\u081B-\u0823\u0825-\u0827\u0829-\u082D\u0859-\u085B'
                    '\u0897-\u089F\u08CA-\u08E1\u08E3-\u0902\u093A\u093C\u0941-\u0948\u094D\u0951-\u0957\u0962-\u0963'
                    '\u0981\u09BC\u09C1-\u09C4\u09CD\u09E2-\u09E3\u09FE\u0A01-\u0A02\u0A3C\u0A41-\u0A42\u0A47-\u0A48'
                    '\u0A4B-\u0A4D\u0A51\u0A70-\u0A71\u0A75\u0A81-\u0A82\u0ABC\u0AC1-\u0AC5\u0AC7-\u0AC8\u0ACD'
                    '\u0AE2-\u0AE3\u0AFA-\u0AFF\u0B01\u0B3C\u0B3F\u0B41-\u0B44\u0B4D\u0B55-\u0B56\u0B62-\u0B63\u0B82'
                    '\u0BC0\u0BCD\u0C00\u0C04\u0C3C\u0C3E-\u0C40\u0C46-\u0C48\u0C4A-\u0C4D\u0C55-\u0C56\u0C62-\u0C63'
                    '\u0C81\u0CBC\u0CBF\u0CC6\u0CCC-\u0CCD\u0CE2-\u0CE3\u0D00-\u0D01\u0D3B-\u0D3C\u0D41-\u0D44\u0D4D'
                    '\u0D62-\u0D63\u0D81\u0DCA\u0DD2-\u0DD4\u0DD6\u0E31\u0E34-\u0E3A\u0E47-\u0E4E\u0EB1\u0EB4-\u0EBC'
                    '\u0EC8-\u0ECE\u0F18-\u0F19\u0F35\u0F37\u0F39\u0F71-\u0F7E\u0F80-\u0F84\u0F86-\u0F87\u0F8D-\u0F97'
                    '\u0F99-\u0FBC\u0FC6\u102D-\u1030\u1032-\u1037\u1039-\u103A\u103D-\u103E\u1058-\u1059\u105E-\u1060'
                    '\u1071-\u1074\u1082\u1085-\u1086\u108D\u109D\u135D-\u135F\u1712-\u1714\u1732-\u1733\u1752-\u1753'
                    '\u1772-\u1773\u17B4-\u17B5\u17B7-\u17BD\u17C6\u17C9-\u17D3\u17DD\u180B-\u180D\u180F\u1885-\u1886'
                    '\u18A9\u1920-\u1922\u1927-\u1928\u1932\u1939-\u193B\u1A17-\u1A18\u1A1B\u1A56\u1A58-\u1A5E\u1A60'
                    '\u1A62\u1A65-\u1A6C\u1A73-\u1A7C\u1A7F\u1AB0-\u1ABD\u1ABF-\u1ACE\u1B00-\u1B03\u1B34\u1B36-\u1B3A'
                    '\u1B3C\u1B42\u1B6B-\u1B73\u1B80-\u1B81\u1BA2-\u1BA5\u1BA8-\u1BA9\u1BAB-\u1BAD\u1BE6\u1BE8-\u1BE9'
                    '\u1BED\u1BEF-\u1BF1\u1C2C-\u1C33\u1C36-\u1C37\u1CD0-\u1CD2\u1CD4-\u1CE0\u1CE2-\u1CE8\u1CED\u1CF4'
                    '\u1CF8-\u1CF9\u1DC0-\u1DFF\u20D0-\u20DC\u20E1\u20E5-\u20F0\u2CEF-\u2CF1\u2D7F\u2DE0-\u2DFF'
                    '\u302A-\u302D\u3099-\u309A\uA66F\uA674-\uA67D\uA69E-\uA69F\uA6F0-\uA6F1\uA802\uA806\uA80B'
                    '\uA825-\uA826\uA82C\uA8C4-\uA8C5\uA8E0-\uA8F1\uA8FF\uA926-\uA92D\uA947-\uA951\uA980-\uA982\uA9B3'
                    '\uA9B6-\uA9B9\uA9BC-\uA9BD\uA9E5\uAA29-\uAA2E\uAA31-\uAA32\uAA35-\uAA36\uAA43\uAA4C\uAA7C\uAAB0'
                    '\uAAB2-\uAAB4\uAAB7-\uAAB8\uAABE-\uAABF\uAAC1\uAAEC-\uAAED\uAAF6\uABE5\uABE8\uABED\uFB1E'
                    '\uFE00-\uFE0F\uFE20-\uFE2F\U000101FD\U000102E0\U00010376-\U0001037A\U00010A01-\U00010A03'
                    '\U00010A05-\U00010A06\U00010A0C-\U00010A0F\U00010A38-\U00010A3A\U00010A3F\U00010AE5-\U00010AE6'
                    '\U00010D24-\U00010D27\U00010D69-\U00010D6D\U00010EAB-\U00010EAC\U00010EFC-\U00010EFF'
                    '\U00010F46-\U00010F50\U00010F82-\U00010F85\U00011001\U00011038-\U00011046\U00011070'
                    '\U00011073-\U00011074\U0001107F-\U00011081\U000110B3-\U000110B6\U000110B9-\U000110BA\U000110C2'
                    '\U00011100-\U00011102\U00011127-\U0001112B\U0001112D-\U00011134\U00011173\U00011180-\U00011181'
                    '\U000111B6-\U000111BE\U000111C9-\U000111CC\U000111CF\U0001122F-\U00011231\U00011234'
                    '\U00011236-\U00011237\U0001123E\U00011241\U000112DF\U000112E3-\U000112EA\U00011300-\U00011301'
                    '\U0001133B-\U0001133C\U00011340\U00011366-\U0001136C\U00011370-\U00011374\U000113BB-\U000113C0'
                    '\U000113CE\U000113D0\U000113D2\U000113E1-\U000113E2\U00011438-\U0001143F\U00011442-\U00011444'
                    '\U00011446\U0001145E\U000114B3-\U000114B8\U000114BA\U000114BF-\U000114C0\U000114C2-\U000114C3'
                    '\U000115B2-\U000115B5\U000115BC-\U000115BD\U000115BF-\U000115C0\U000115DC-\U000115DD'
                    '\U00011633-\U0001163A\U0001163D\U0001163F-\U00011640\U000116AB\U000116AD\U000116B0-\U000116B5'
                    '\U000116B7\U0001171D\U0001171F\U00011722-\U00011725\U00011727-\U0001172B\U0001182F-\U00011837'
                    '\U00011839-\U0001183A\U0001193B-\U0001193C\U0001193E\U00011943\U000119D4-\U000119D7'
                    '\U000119DA-\U000119DB\U000119E0\U00011A01-\U00011A0A\U00011A33-\U00011A38\U00011A3B-\U00011A3E'
                    '\U00011A47\U00011A51-\U00011A56\U00011A59-\U00011A5B\U00011A8A-\U00011A96\U00011A98-\U00011A99'
                    '\U00011C30-\U00011C36\U00011C38-\U00011C3D\U00011C3F\U00011C92-\U00011CA7\U00011CAA-\U00011CB0'
                    '\U00011CB2-\U00011CB3\U00011CB5-\U00011CB6\U00011D31-\U00011D36\U00011D3A\U00011D3C-\U00011D3D'
                    '\U00011D3F-\U00011D45\U00011D47\U00011D90-\U00011D91\U00011D95\U00011D97\U00011EF3-\U00011EF4'
                    '\U00011F00-\U00011F01\U00011F36-\U00011F3A\U00011F40\U00011F42\U00011F5A\U00013440'
                    '\U00013447-\U00013455\U0001611E-\U00016129\U0001612D-\U0001612F\U00016AF0-\U00016AF4'
                    '\U00016B30-\U00016B36\U00016F4F\U00016F8F-\U00016F92\U00016FE4\U0001BC9D-\U0001BC9E'
                    '\U0001CF00-\U0001CF2D\U0001CF30-\U0001CF46\U0001D167-\U0001D169\U0001D17B-\U0001D182'
                    '\U0001D185-\U0001D18B\U0001D1AA-\U0001D1AD\U0001D242-\U0001D244\U0001DA00-\U0001DA36'
                    '\U0001DA3B-\U0001DA6C\U0001DA75\U0001DA84\U0001DA9B-\U0001DA9F\U0001DAA1-\U0001DAAF'
                    '\U0001E000-\U0001E006\U0001E008-\U0001E018\U0001E01B-\U0001E021\U0001E023-\U0001E024'
                    '\U0001E026-\U0001E02A\U0001E08F\U0001E130-\U0001E136\U0001E2AE\U0001E2EC-\U0001E2EF'
                    '\U0001E4EC-\U0001E4EF\U0001E5EE-\U0001E5EF\U0001E8D0-\U0001E8D6\U0001E944-\U0001E94A'
                    '\U000E0100-\U000E01EF]',
                    '', 'g') collate "C") as bare) as stripped)
    end);
end
$$;

-- On one line, without blanks around it: SearchKeys.form.
create or replace function larder.search_line(input text) returns text
language plpgsql immutable strict parallel safe set search_path = ''
as $$
begin
    return pg_catalog.btrim(
        pg_catalog.regexp_replace(larder.search_form(input), E'[\t\n\x0B\f\r ]{2,}|[\t\n\x0B\f\r]', ' ', 'g'), ' ');
end
$$;

-- search_line of each of many texts, none of them null, in their order: all at once, with a separator that no rule
-- touches; one by one if a text has it.
create or replace function larder.search_lines(inputs text[]) returns text[]
language plpgsql immutable strict parallel safe set search_path = ''
as $$
declare
    lines pg_catalog.text[] := pg_catalog.string_to_array(pg_catalog.regexp_replace(larder.search_form(
        pg_catalog.array_to_string(inputs, E'\x1F')), E'[\t\n\x0B\f\r ]{2,}|[\t\n\x0B\f\r]', ' ', 'g'), E'\x1F');
begin
    if pg_catalog.cardinality(lines) = pg_catalog.cardinality(inputs) then
        return array(select pg_catalog.btrim(l.line, ' ') from pg_catalog.unnest(lines) with ordinality l (line, place)
            order by l.place);
    end if;
    return array(select larder.search_line(i.input) from pg_catalog.unnest(inputs) with ordinality i (input, place)
        order by i.place);
end
$$;

-- What a text sorts by: SearchKeys.key.
create or replace function larder.search_key(input text) returns text
language plpgsql immutable strict parallel safe set search_path = ''
as $$
begin
    return nullif(pg_catalog."left"(larder.search_line(pg_catalog."left"(input, 1000)), 100), '');
end
$$;

-- The distinct words of a text in search form, each between blanks: what typed words are looked for in.
create or replace function larder.search_words(input text) returns text
language plpgsql immutable strict parallel safe set search_path = ''
as $$
begin
    return (
    select coalesce(' ' || pg_catalog.string_agg(distinct word collate "C", ' ') || ' ', '')
    from pg_catalog.regexp_split_to_table(
        -- What stands between blanks twice is taken apart once.
        (select pg_catalog.string_agg(distinct piece collate "C", ' ')
            from pg_catalog.string_to_table(larder.search_form(input), ' ') as piece),
        '[\u0001-/:-@\u005B-`\u007B-\u00BF\u2000-\u206F\u3000-\u303F]+') as word
    where word <> '');
end
$$;

-- The texts of a recipe's ingredients, whatever shape another program may have stored.
create or replace function larder.ingredient_texts(ingredients jsonb) returns text
language plpgsql immutable strict parallel safe set search_path = ''
as $$
begin
    return (
    select pg_catalog.string_agg(case pg_catalog.jsonb_typeof(value)
            when 'object' then pg_catalog.concat_ws(' ', value ->> 'text', value ->> 'name', value ->> 'note')
            else value #>> '{}' end, ' ')
    from pg_catalog.jsonb_array_elements(case pg_catalog.jsonb_typeof(ingredients)
        when 'array' then ingredients else pg_catalog.jsonb_build_array(ingredients) end));
end
$$;

-- The words of what stands beside a recipe.
create or replace function larder.detail_words(notes text, tags jsonb) returns text
language plpgsql immutable parallel safe set search_path = ''
as $$
begin
    return (
    select larder.search_words(pg_catalog.concat_ws(' ', notes, case pg_catalog.jsonb_typeof(tags)
        when 'array' then (select pg_catalog.string_agg(tag, ' ') from pg_catalog.jsonb_array_elements_text(tags) as tag)
        end)));
end
$$;

-- Words of a recipe stay in its row, uncompressed, so that looking through all of them is one walk through memory.
alter table larder.recipe_search set (toast_tuple_target = 8160);
alter table larder.recipe_search alter column words set storage main;

-- A recipe's distinct ingredient names, in order: SearchKeys.ingredientNames over what Json reads, for any shape
-- another program may have stored.
create or replace function larder.ingredient_names(ingredients jsonb)
returns table (form text, display text, place bigint)
language plpgsql immutable strict parallel safe set search_path = ''
as $$
declare
    names pg_catalog.text[];
    texts pg_catalog.text[];
    forms pg_catalog.text[];
    many integer;
begin
    select pg_catalog.array_agg(coalesce(case
                when pg_catalog.jsonb_typeof(i.value) <> 'object' then i.value #>> '{}'
                when pg_catalog.jsonb_typeof(i.value -> 'name') in ('string', 'number') then i.value ->> 'name'
                end, '') order by i.place),
            pg_catalog.array_agg(coalesce(case
                when pg_catalog.jsonb_typeof(i.value) = 'object'
                    and pg_catalog.jsonb_typeof(i.value -> 'text') in ('string', 'number') then i.value ->> 'text'
                end, '') order by i.place),
            count(*)
        into names, texts, many
        from pg_catalog.jsonb_array_elements(case pg_catalog.jsonb_typeof(ingredients)
            when 'array' then ingredients else pg_catalog.jsonb_build_array(ingredients) end) with ordinality i (value, place);
    forms := larder.search_lines(names || texts);
    return query
    select distinct on (named.form) named.form, named.display, named.place
    from (
        select case when line.form <> '' then line.form else line.text_form end as form,
               case when line.form <> '' then line.name else line.text end as display,
               line.place
        from rows from (pg_catalog.unnest(names), pg_catalog.unnest(texts), pg_catalog.unnest(forms[:many]),
            pg_catalog.unnest(forms[many + 1:])) with ordinality line (name, text, form, text_form, place)
    ) as named
    where named.form <> ''
    order by named.form, named.place;
end
$$;

-- The number a person's ingredient name goes by: SearchKeys.termId.
create or replace function larder.term_id(owner uuid, form text) returns bigint
language plpgsql immutable strict parallel safe set search_path = ''
as $$
begin
    return ('x' || pg_catalog.encode(pg_catalog."substring"(pg_catalog.sha256(
        pg_catalog.convert_to(owner::pg_catalog.text || form, 'UTF8')), 1, 8), 'hex'))::pg_catalog.bit(64)::bigint;
end
$$;

-- From start to table: Recipe.minutes.
create or replace function larder.minutes(total integer, prep integer, cook integer) returns integer
language plpgsql immutable parallel safe set search_path = ''
as $$
begin
    return coalesce(total, case when prep is not null or cook is not null
        then least(coalesce(prep, 0)::bigint + coalesce(cook, 0), 2147483647)::integer end);
end
$$;

-- Keeps the search tables for every program that writes recipes. It waits for nobody: no row of another recipe is locked.
create or replace function larder.keep_recipe_search() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    forms pg_catalog.text[]; -- qualified: a caller's temporary type of that name would come first
    shown pg_catalog.text[];
    numbers bigint[];
    keys pg_catalog.text[];
    details pg_catalog.record;
begin
    select pg_catalog.array_agg(n.form order by n.place), pg_catalog.array_agg(n.display order by n.place),
            pg_catalog.array_agg(larder.term_id(new.user_id, n.form) order by n.place)
        into forms, shown, numbers
        from larder.ingredient_names(new.ingredients) as n;
    -- As search_key makes them.
    keys := larder.search_lines(array[pg_catalog."left"(new.name, 1000), pg_catalog."left"(coalesce(new.source, ''), 1000),
        pg_catalog."left"(coalesce(new.description, ''), 1000), pg_catalog."left"(coalesce(new.instructions, ''), 1000)]);
    if tg_op = 'UPDATE' then -- a new recipe has none of these yet
        update larder.recipe_details d set user_id = new.user_id
            where d.recipe_id = new.id and d.user_id <> new.user_id;
        delete from larder.recipe_search s where s.recipe_id = new.id;
        delete from larder.recipe_terms t where t.recipe_id = new.id;
        if new.user_id <> old.user_id then
            insert into larder.photo_bytes (user_id, sha256, bytes)
                select new.user_id, b.sha256, b.bytes from larder.photo_bytes b
                where b.user_id = old.user_id
                    and b.sha256 in (select p.sha256 from larder.recipe_photos p where p.recipe_id = new.id)
                on conflict do nothing;
            update larder.recipe_photos p set user_id = new.user_id where p.recipe_id = new.id;
        end if;
    end if;
    select d.total_time_minutes, d.cook_time_minutes, case when d.recipe_id is not null
            then larder.detail_words(d.notes, d.tags) end as words
        into details from (select) as one left join larder.recipe_details d on d.recipe_id = new.id;
    insert into larder.recipe_search (recipe_id, user_id, created_at, prep_time_minutes, minutes, ingredient_count,
            name_key, source_key, description_key, instructions_key, ingredient_text, words, detail_words)
        values (new.id, new.user_id, new.created_at, new.prep_time_minutes,
            larder.minutes(details.total_time_minutes, new.prep_time_minutes, details.cook_time_minutes),
            case pg_catalog.jsonb_typeof(new.ingredients)
                when 'array' then (select count(*) from pg_catalog.jsonb_array_elements(new.ingredients) as line
                    where pg_catalog.jsonb_typeof(line.value) <> 'null')
                when 'null' then 0 else 1 end,
            pg_catalog."left"(keys[1], 100), nullif(pg_catalog."left"(keys[2], 100), ''),
            nullif(pg_catalog."left"(keys[3], 100), ''), nullif(pg_catalog."left"(keys[4], 100), ''),
            coalesce(pg_catalog.array_to_string(forms, E'\n'), ''),
            larder.search_words(pg_catalog.concat_ws(' ', new.name, larder.ingredient_texts(new.ingredients),
                new.description, new.instructions, new.source)),
            details.words);
    insert into larder.recipe_terms (term_id, recipe_id, user_id)
        select distinct n.number, new.id, new.user_id from pg_catalog.unnest(numbers) as n (number);
    insert into larder.ingredient_terms (user_id, term_id, name, display)
        select new.user_id, n.number, n.form, n.display
        from rows from (pg_catalog.unnest(numbers), pg_catalog.unnest(forms), pg_catalog.unnest(shown))
            as n (number, form, display)
        where not exists (select 1 from larder.ingredient_terms t where t.term_id = n.number);
    return null;
end
$$;

create or replace function larder.keep_recipe_details() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    update larder.recipe_search s
        set minutes = larder.minutes(new.total_time_minutes, s.prep_time_minutes, new.cook_time_minutes),
            detail_words = larder.detail_words(new.notes, new.tags)
        where s.recipe_id = new.recipe_id;
    return null;
end
$$;

create or replace trigger larder_search after insert or update on public.recipes
    for each row execute function larder.keep_recipe_search();

create or replace trigger larder_details after insert or update on larder.recipe_details
    for each row execute function larder.keep_recipe_details();

revoke execute on all functions in schema larder from public;

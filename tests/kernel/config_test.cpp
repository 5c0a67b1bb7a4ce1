#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "ops/installation/config.hpp"
#include "ops/installation/installation.hpp"
#include "ops/installation/policy_file.hpp"
#include "ops/installation/secret.hpp"
#include "tests/support/temporary.hpp"

namespace {

constexpr auto complete = R"(
[database]
url = "sqlite:data.db"
keys_url = "sqlite:keys.db"
[keys]
master_key_file = "master.key"
[mail]
folder = "mail"
from = "no-reply@entremise.example"
[mangopay]
url = "http://127.0.0.1:9090"
client_id = "demo"
api_key_file = "mangopay.key"
hook_secret_file = "hook.key"
[company]
name = "Entremise SAS"
legal_form = "SAS"
capital = "10 000 EUR"
rcs_city = "Paris"
siren = "732829320"
siret = "73282932000074"
vat_number = "FR44732829320"
address = "1 rue de la Paix"
postcode = "75002"
city = "Paris"
contact_email = "contact@entremise.example"
)";

class ConfigTest : public ::testing::Test {
protected:
    tests::Temporary folder;
    std::map<std::string, std::string> variables;

    ops::Config read(const std::string& text)
    {
        const auto path = folder.path() + "/entremise.toml";
        std::ofstream(path) << text;
        return ops::read_config(path, [&](const std::string& name) -> std::optional<std::string> {
            const auto found = variables.find(name);
            return found == variables.end() ? std::nullopt : std::optional(found->second);
        });
    }
    std::string complaints(const std::string& text)
    {
        try {
            read(text);
            return "";
        } catch (const std::runtime_error& wrong) {
            return wrong.what();
        }
    }
};

TEST_F(ConfigTest, PathsAreRelativeToTheFileAndTheEnvironmentWins)
{
    variables["ENTREMISE_HTTP_PORT"] = "9999";
    const auto config = read(complete);

    EXPECT_EQ(config.database_url, "sqlite:" + folder.path() + "/data.db");
    EXPECT_EQ(config.master_key_file, folder.path() + "/master.key");
    EXPECT_EQ(config.http_port, 9999);
}

TEST_F(ConfigTest, TheSitesOwnPagesMayUseItsCookie)
{
    variables["ENTREMISE_PLATFORM_WEB_URL"] = "https://entremise.example/";
    EXPECT_EQ(read(complete).web_origins, std::vector<std::string>{"https://entremise.example"});
}

TEST_F(ConfigTest, NamesEveryFaultAtOnce)
{
    variables["ENTREMISE_HTTP_PORT"] = "many";
    const auto told = complaints("[database]\nurl = 'sqlite:x'\n[htpp]\nport = 1\n");

    for (const auto* expected : {"[http] port", "[htpp] port is not known", "[database] keys_url",
                                 "[company] siren", "[mail] folder", "[mangopay] client_id"}) {
        EXPECT_NE(told.find(expected), std::string::npos) << expected << " in " << told;
    }
}

TEST_F(ConfigTest, GivesEachKindOfSlowWorkAPoolOfItsOwn)
{
    const auto config = read(std::string(complete) + "[pools]\npictures_threads = 1\n"
                                                     "pictures_each = 3\noutbound_waiting = 5\n");
    EXPECT_EQ(config.pictures.threads, 1);
    EXPECT_EQ(config.pictures.each, 3);
    EXPECT_EQ(config.outbound.waiting, 5);
    EXPECT_EQ(config.passwords.threads, 4);
    const auto told = complaints(std::string(complete) +
                                 "[pools]\npasswords_threads = 0\npictures_waiting = 0\n");
    EXPECT_NE(told.find("[pools] passwords_threads must be a whole number from 1"), told.npos);
    EXPECT_NE(told.find("[pools] pictures_waiting must be a whole number from 1"), told.npos);
}

TEST_F(ConfigTest, WantsWhatTheOperatorsLegalFormDemands)
{
    const auto with = [](const char* form) {
        auto text = std::string(complete);
        for (const auto* line : {"capital = \"10 000 EUR\"\n", "rcs_city = \"Paris\"\n"})
            text.erase(text.find(line), std::string_view(line).size());
        return text.replace(text.find("\"SAS\""), 5, form);
    };
    const auto told = complaints(with("'S.A.S.'"));
    EXPECT_NE(told.find("[company] capital is missing for SAS"), std::string::npos) << told;
    EXPECT_NE(told.find("[company] rcs_city is missing for SAS"), std::string::npos) << told;
    EXPECT_EQ(complaints(with("'Association'")), "");
    const auto unknown = complaints(with("'Sass'"));
    EXPECT_NE(unknown.find("[company] legal_form is no legal form we know; there are EI,"),
              std::string::npos)
        << unknown;
}

TEST_F(ConfigTest, WantsAnOperatorThatCanStandOnInvoices)
{
    const std::pair<const char*, const char*> wrongs[] = {
        {"POSTCODE", "97400"}, {"NAME", "华裁缝"},          {"SIREN", "123"},
        {"SIRET", "123"},      {"VAT_NUMBER", "FR00"},      {"LEGAL_FORM", "srl"},
        {"COUNTRY", "DE"},     {"SIRET", "12345678200010"},
    };
    for (const auto& [key, value] : wrongs) {
        variables = {{std::string("ENTREMISE_COMPANY_") + key, value}};
        if (std::string_view(key) == "LEGAL_FORM") variables["ENTREMISE_COMPANY_RCS_CITY"] = "";
        EXPECT_NE(complaints(complete).find("[company] "), std::string::npos)
            << key << " = " << value;
    }
    variables = {{"ENTREMISE_COMPANY_POSTCODE", "97400"}};
    EXPECT_NE(complaints(complete).find("[company] postcode cannot stand on invoices: The "
                                        "commission can only be invoiced from metropolitan"),
              std::string::npos);
}

TEST_F(ConfigTest, WantsACountryThatThereIs)
{
    variables["ENTREMISE_COMPANY_COUNTRY"] = "France";
    EXPECT_NE(complaints(complete).find("[company] country must be an ISO 3166-1 alpha-2 code"),
              std::string::npos);
    variables["ENTREMISE_COMPANY_COUNTRY"] = "mc";
    EXPECT_EQ(complaints(complete), "");
}

TEST_F(ConfigTest, WantsToKnowWhereAnotherAuthorityIs)
{
    variables["ENTREMISE_COMPANY_AUTHORITY"] = "Garante";
    const auto told = complaints(complete);
    EXPECT_NE(told.find("[company] authority_address must be given"), std::string::npos) << told;
    EXPECT_NE(told.find("[company] authority_url must be given"), std::string::npos) << told;
    variables["ENTREMISE_COMPANY_AUTHORITY_ADDRESS"] = "Piazza Venezia 11, Roma";
    variables["ENTREMISE_COMPANY_AUTHORITY_URL"] = "https://garante.example";
    EXPECT_EQ(complaints(complete), "");
}

TEST_F(ConfigTest, TakesTheOperatorsColoursAndTellsTheNearestThatCanBeRead)
{
    EXPECT_EQ(complaints(complete), "") << "the product's own can be read";
    variables = {{"ENTREMISE_SITE_NAME", "Atelier"},
                 {"ENTREMISE_SITE_BRAND", "#5b1f9a"},
                 {"ENTREMISE_SITE_DEVELOPMENT", "true"}};
    const auto brand = read(complete).platform.brand;
    EXPECT_EQ(brand.name, "Atelier");
    EXPECT_EQ(to_text(brand.brand), "#5b1f9a");
    EXPECT_TRUE(brand.development);

    variables = {{"ENTREMISE_SITE_BRAND", "#a9bcff"}, {"ENTREMISE_SITE_ACCENT", "brass"}};
    const auto told = complaints(complete);
    EXPECT_NE(told.find("[site] brand has too little contrast"), told.npos) << told;
    EXPECT_NE(told.find("the nearest that passes is #"), told.npos) << told;
    EXPECT_NE(told.find("[site] accent must be a colour such as #1f3c9a"), told.npos) << told;
    const auto shade = told.substr(told.find("passes is ") + 10, 7);
    variables = {{"ENTREMISE_SITE_BRAND", shade}};
    EXPECT_EQ(complaints(complete), "") << shade;
}

TEST_F(ConfigTest, HoldsAColourAgainstTheGroundsOfItsMode)
{
    for (const auto* key : {"BRAND_DARK", "ACCENT_DARK"}) {
        variables = {{std::string("ENTREMISE_SITE_") + key, "#1f3c9a"}};
        EXPECT_NE(complaints(complete).find("on #10131f"), std::string::npos) << key;
    }
}

TEST_F(ConfigTest, TakesAMarkThatOnlyDraws)
{
    const auto with = [&](const std::string& content) {
        std::ofstream(folder.path() + "/mark", std::ios::binary) << content;
        variables = {{"ENTREMISE_SITE_MARK_FILE", "mark"}};
        return complaints(complete);
    };
    const std::string begin = "<svg xmlns=\"http://www.w3.org/2000/svg\">";
    EXPECT_EQ(with(begin + "<polygon points=\"0,0 1,1\"/><use href=\"#a\"/></svg>"), "");
    EXPECT_TRUE(read(complete).platform.brand.mark.starts_with(begin));
    EXPECT_EQ(with(std::string("\x89PNG\r\n\x1a\n....IHDR\0\0\0\x40\0\0\0\x20", 24)), "");
    EXPECT_NE(read(complete).platform.brand.mark.find("width=\"64\" height=\"32\""),
              std::string::npos);
    EXPECT_NE(with("\x89PNG\r\n\x1a\n").find("a PNG that is cut off"), std::string::npos);
    for (const auto* wrong :
         {"<script>x()</script>", "<rect onload = \"x()\"/>", "<image href=\"https://x.example\"/>",
          "<rect fill=\"url('//x.example/a')\"/>", "<foreignObject/>"}) {
        const auto told = with(begin + wrong + "</svg>");
        EXPECT_NE(told.find("[site] mark_file is an SVG with "), told.npos) << wrong << told;
    }
    EXPECT_NE(with("GIF89a").find("is neither SVG nor PNG"), std::string::npos);
    EXPECT_NE(with(begin + std::string(65'536, ' ') + "</svg>").find("is larger than 64 KiB"),
              std::string::npos);
    variables = {{"ENTREMISE_SITE_MARK_FILE", "nowhere.svg"}};
    EXPECT_NE(complaints(complete).find("[site] mark_file cannot be read"), std::string::npos);
}

TEST_F(ConfigTest, TellsWhatTheLawWantsOnTheSiteWithoutRefusing)
{
    const auto lacking = lacking_in(read(complete).platform.company.publisher);
    EXPECT_EQ(lacking.size(), 8U);
    variables = {{"ENTREMISE_COMPANY_PHONE", "+33 1 99 00 00 00"},
                 {"ENTREMISE_COMPANY_CONTACT_LANGUAGES", "fr,de"},
                 {"ENTREMISE_COMPANY_OFFICER_EMAIL", "donnees@entremise.example"}};
    const auto publisher = read(complete).platform.company.publisher;
    EXPECT_EQ(lacking_in(publisher).size(), 7U);
    EXPECT_EQ(publisher.contact_point.languages, (std::vector<std::string>{"fr", "de"}));
    variables = {{"ENTREMISE_COMPANY_OFFICER_EMAIL", "nobody"},
                 {"ENTREMISE_COMPANY_MEDIATOR_URL", "http://m.example"},
                 {"ENTREMISE_COMPANY_CONTACT_LANGUAGES", "French"}};
    for (const auto* key : {"officer_email", "mediator_url", "contact_languages"})
        EXPECT_NE(complaints(complete).find(std::string("[company] ") + key), std::string::npos);
}

TEST_F(ConfigTest, WantsAPrefixThatNoProvidersCanBe)
{
    for (const auto* wrong : {"", "ec", "EC-", "P7K3QF2"}) {
        variables["ENTREMISE_COMPANY_INVOICE_SERIES"] = wrong;
        EXPECT_NE(complaints(complete).find("[company] invoice_series is no prefix"),
                  std::string::npos)
            << wrong;
    }
    variables["ENTREMISE_COMPANY_INVOICE_SERIES"] = "EC27";
    EXPECT_EQ(complaints(complete), "");
}

TEST_F(ConfigTest, WantsAnAddressAloneToSendMailFrom)
{
    variables["ENTREMISE_MAIL_FROM"] = "Entremise <no-reply@entremise.example>";
    variables["ENTREMISE_MAIL_SMTP_URL"] = "mail.example.org";
    const auto told = complaints(complete);

    EXPECT_NE(told.find("[mail] from must be an address alone"), std::string::npos) << told;
    EXPECT_NE(told.find("[mail] smtp_url must begin with smtp://"), std::string::npos) << told;
}

TEST_F(ConfigTest, RefusesToBeReachableOrToTravelInTimeOutsideOfLoopback)
{
    variables["ENTREMISE_HTTP_ADDRESS"] = "0.0.0.0";
    variables["ENTREMISE_CLOCK_SOURCE"] = "file:clock";
    variables["ENTREMISE_MANGOPAY_URL"] = "https://api.mangopay.com";
    const auto told = complaints(complete);

    EXPECT_NE(told.find("[http] address must be loopback"), std::string::npos);
    EXPECT_NE(told.find("[clock] source must be system"), std::string::npos);
}

TEST_F(ConfigTest, FindsAPolicyByItsNameOrByAPathThatIsRelativeToTheFile)
{
    EXPECT_EQ(read(complete).policy, "retouche");
    for (const auto& [written, found] : std::map<std::string, std::string>{
             {"library", "library"},
             {"./atelier", folder.path() + "/atelier"},
             {"atelier/policy.json", folder.path() + "/atelier/policy.json"},
             {"draft.json", folder.path() + "/draft.json"},
             {"/etc/entremise/atelier", "/etc/entremise/atelier"}}) {
        variables["ENTREMISE_POLICY_FILE"] = written;
        EXPECT_EQ(read(complete).policy, found);
    }
}

TEST_F(ConfigTest, PutsNothingTogetherUnderAPolicyThatLacksATextOrHasOneNobodyCanFill)
{
    namespace fs = std::filesystem;
    const auto atelier = folder.path() + "/atelier";
    fs::copy(SOURCE_DIR "/ops/policies/retouche", atelier);
    fs::remove(atelier + "/invoicing_mandate.en.txt");
    std::ofstream(atelier + "/terms.fr.txt") << "{platfrom}";
    const auto key = folder.path() + "/master.key";
    std::ofstream(key) << "bTltbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW0=\n";
    chmod(key.c_str(), 0400);
    const auto path = folder.path() + "/entremise.toml";
    std::ofstream(path) << complete << "[policy]\nfile = './atelier'\n";

    try {
        const ops::Installation installation(path);
        ADD_FAILURE() << "it was put together";
    } catch (const std::runtime_error& refused) {
        const std::string told = refused.what();
        EXPECT_NE(told.find("terms.fr.txt has {platfrom}"), told.npos) << told;
        EXPECT_NE(told.find("invoicing_mandate.en.txt is missing"), told.npos) << told;
    }
}

TEST_F(ConfigTest, SecretsThatOthersMayReadAreRefused)
{
    const auto path = folder.path() + "/secret";
    std::ofstream(path) << "s3cret\n";
    chmod(path.c_str(), 0644);
    EXPECT_THROW(ops::read_secret(path), std::runtime_error);

    chmod(path.c_str(), 0400);
    EXPECT_EQ(ops::read_secret(path), "s3cret");
}

} // namespace

using System.Text;
using SiOne.Bot.Engine.Customers;

namespace SiOne.Bot.Engine.Tests.Customers;

public sealed class CustomerMistakesTests
{
    [Theory]
    [InlineData("name", null, "acme.json:1 name: expected the company's name")]
    [InlineData("name", "\"  \"", "acme.json:2 name: expected the company's name")]
    [InlineData("name", "3", "acme.json:2 name: expected the company's name")]
    [InlineData("level", null, "acme.json:1 level: expected one of \"Standard\", \"Premium\", \"Serenite\"")]
    [InlineData("level", "\"premium\"", "acme.json:3 level: expected one of \"Standard\", \"Premium\", \"Serenite\" (did you mean \"Premium\"?)")]
    [InlineData("level", "\"Or\"", "acme.json:3 level: expected one of \"Standard\", \"Premium\", \"Serenite\"")]
    [InlineData("services", null, "acme.json:1 services: expected an array of at least one subscribed service (Art. 1)")]
    [InlineData("services", "[]", "acme.json:4 services: expected an array of at least one subscribed service (Art. 1)")]
    [InlineData("services", "[\"Phones\",\n\"Phones\"]", "acme.json:5 services[1]: expected each service once")]
    [InlineData("services", "[\"ManagedServices\"]", "acme.json:4 services[0]: expected \"ManagedServices\" only with level \"Serenite\" (annex XIV)")]
    [InlineData("weekend", "true", "acme.json:7 weekend: expected false, or the order form's days: { \"saturday\": true, \"sunday\": true, \"holidays\": false } (Art. 3)")]
    [InlineData("weekend", "{\"saturday\":\"yes\"}", "acme.json:7 weekend.saturday: expected true or false")]
    [InlineData("weekend", "{\"saturday\":false,\"sunday\":false}", "acme.json:7 weekend: expected at least one kind of day that is served, or false without the option")]
    [InlineData("domains", "\"acme.example\"", "acme.json:5 domains: expected an array of mail domains such as [\"company.example\"]")]
    [InlineData("domains", "[\"@acme.example\"]", "acme.json:5 domains[0]: expected a mail domain such as \"company.example\"")]
    [InlineData("domains", "[\"acme\"]", "acme.json:5 domains[0]: expected a mail domain such as \"company.example\"")]
    [InlineData("domains", "[\"10.0.0.1\"]", "acme.json:5 domains[0]: expected a mail domain such as \"company.example\"")]
    [InlineData("tenantId", "\"acme\"", "acme.json:7 tenantId: expected the Microsoft 365 tenant's id, a GUID with hyphens")]
    [InlineData("tenantId", "\"00000000-0000-0000-0000-000000000000\"", "acme.json:7 tenantId: expected the Microsoft 365 tenant's id, a GUID with hyphens")]
    [InlineData("suspended", "true", "acme.json:7 suspended: expected an object with since, reason, decidedBy")]
    [InlineData("suspended", "{\"since\":\"2026-02-30\",\"reason\":\"x\"}", "acme.json:7 suspended.since: expected a date such as \"2026-11-30\"")]
    [InlineData("suspended", "{\"since\":\"2026-02-03\"}", "acme.json:7 suspended.reason: expected SI-ONE's reason, for technicians (Art. 2, 4)")]
    [InlineData("suspended", "{\"since\":\"2026-02-03\",\"reason\":\"x\",\"decidedBy\":\"\"}", "acme.json:7 suspended.decidedBy: expected who at SI-ONE decided it")]
    [InlineData("weekend", "{\"from\":\"9h\",\"to\":\"12:30\"}", "acme.json:7 weekend.from: expected an hour in Paris such as \"22:30\"")]
    [InlineData("weekend", "{\"from\":\"09:00\"}", "acme.json:7 weekend: expected \"from\" and \"to\" together, or neither for the usual hours")]
    [InlineData("weekend", "{\"from\":\"12:30\",\n\"to\":\"12:30\"}", "acme.json:8 weekend.to: expected an hour after \"from\"")]
    [InlineData("term", "{\"start\":\"2026-01-01\",\"months\":0}", "acme.json:7 term.months: expected the term's length in months (Art. 2): a whole number from 1 to 120")]
    [InlineData("term", "{\"start\":\"2026-01-01\",\"months\":1.5}", "acme.json:7 term.months: expected the term's length in months (Art. 2): a whole number from 1 to 120")]
    [InlineData("term", "{\"start\":\"2026-01-01\",\"months\":99999999999}", "acme.json:7 term.months: expected the term's length in months (Art. 2): a whole number from 1 to 120")]
    [InlineData("term", "{\"start\":\"2026-01-01\",\"month\":12,\"months\":12}", "acme.json:7 term.month: expected a known key: start, months (did you mean \"months\"?)")]
    [InlineData("dataAtEnd", "\"handedover\"", "acme.json:7 dataAtEnd: expected one of \"destroyed\", \"returned\", \"handedOver\" (did you mean \"handedOver\"?)")]
    [InlineData("urgentHours", "4", "acme.json:7 urgentHours: expected this only with level \"Serenite\" (annex XIV)")]
    [InlineData("validFrom", "\"2026-03-01\"", "acme.json:7 validFrom: expected the day in the file's name; without a day there, no such key (Art. 6)")]
    [InlineData("dataProtectionContact", "\"dpo\"", "acme.json:7 dataProtectionContact: expected a bare mail address such as \"dpo@company.example\" (RGPD XI)")]
    [InlineData("languageModel", "true", "acme.json:7 languageModel: expected an object with provider, noticeOn, agreedOn")]
    [InlineData("languageModel", "{\"noticeOn\":\"2026-02-01\",\"agreedOn\":\"2026-02-01\"}", "acme.json:7 languageModel.provider: expected the provider's name, as notice and agreement name it (RGPD II f)")]
    [InlineData(
        "languageModel", "{\"provider\":\"P\",\"noticeOn\":\"2026-02-01\",\"agreedOn\":\"2026-01-31\"}",
        "acme.json:7 languageModel.agreedOn: expected a day not before \"noticeOn\": the customer agrees to what it was told (RGPD II f)")]
    [InlineData("equipment", "[]", "acme.json:7 equipment: expected an array with at least one label of a computer or company phone, or no such key (Art. 8)")]
    [InlineData("equipment", "[\"PC-1\", \"pc-1 \"]", "acme.json:7 equipment[1]: expected each text once")]
    [InlineData("officeSoftware", "[\"Word\", 3]", "acme.json:7 officeSoftware[1]: expected a text")]
    [InlineData("backups", "{\"historyDays\":30}", "acme.json:7 backups.historyDays: expected this only with service \"Backup\" or \"Backup365\" (Art. 18, 19)")]
    [InlineData("backups", "{\"mail\":true}", "acme.json:7 backups.mail: expected this only with service \"Backup\" or \"Backup365\" (Art. 19)")]
    [InlineData("backups", "{\"servers\":{\"days\":[\"friday\"],\"at\":\"22:30\"}}", "acme.json:7 backups.servers: expected this only with service \"Backup\" (Art. 18)")]
    [InlineData("licences", "{\"owned\":5,\"used\":5,\"baseline\":5}", "acme.json:7 licences: expected this only with service \"Microsoft365\" (Art. 14)")]
    [InlineData("microsoft365", "true", "acme.json:7 microsoft365: expected an object with usageLocation, addressRule, arrivalLicence, licencePrices, arrivalGroups, breakGlass, serviceAccounts")]
    [InlineData("microsoft365", "{}", "acme.json:7 microsoft365: expected this only with service \"Microsoft365\" (Art. 14)")]
    [InlineData("terminatedOn", "\"31/12/2026\"", "acme.json:7 terminatedOn: expected a date such as \"2026-11-30\"")]
    [InlineData("terminatedOn", "null", "acme.json:7 terminatedOn: expected a date such as \"2026-11-30\"")]
    [InlineData("trainingAgreedOn", "true", "acme.json:7 trainingAgreedOn: expected a date such as \"2026-11-30\"")]
    [InlineData("trainingAgreedOn", "\"le 3 mars\"", "acme.json:7 trainingAgreedOn: expected a date such as \"2026-11-30\"")]
    [InlineData("$schema", "1", "acme.json:7 $schema: expected the path of customer.schema.json")]
    public void A_wrong_member_is_named_with_its_line(string key, string? json, string mistake) =>
        Assert.Equal([mistake], CustomerFolder.MistakesOf(CustomerJson.With((key, json))));

    [Theory]
    [InlineData("3", "people[1]: expected an object with id, name, addresses, role, delegatedByDirection, language, phones, entraId, absence, digest")]
    [InlineData("""{"addresses":["b@acme.example"]}""", "people[1].name: expected first and last name")]
    [InlineData("""{"name":"B B"}""", "people[1].addresses: expected an array of at least one mail address, the one for answers first")]
    [InlineData("""{"name":"B B","addresses":[]}""", "people[1].addresses: expected an array of at least one mail address, the one for answers first")]
    [InlineData("""{"name":"B B","addresses":["B <b@acme.example>"]}""", "people[1].addresses[0]: expected a bare mail address such as \"person@company.example\"")]
    [InlineData("""{"name":"B B","addresses":["b@acme"]}""", "people[1].addresses[0]: expected a bare mail address such as \"person@company.example\"")]
    [InlineData("""{"name":"B B","addresses":["b@acme.example"],"role":"admin"}""", "people[1].role: expected one of \"employee\", \"administrator\", \"direction\", \"thirdParty\"")]
    [InlineData("""{"name":"B B","addresses":["b@acme.example"],"role":"Direction"}""", "people[1].role: expected one of \"employee\", \"administrator\", \"direction\", \"thirdParty\" (did you mean \"direction\"?)")]
    [InlineData("""{"name":"B B","addresses":["b@acme.example"],"role":"thirdParty","digest":true}""", "people[1].digest: expected not true with role \"thirdParty\" (Art. 20)")]
    [InlineData("""{"name":"B B","addresses":["b@acme.example"],"language":"de"}""", "people[1].language: expected one of \"fr\", \"en\"")]
    [InlineData("""{"name":"B B","addresses":["b@acme.example"],"delegatedByDirection":true}""", "people[1].delegatedByDirection: expected this only with role \"administrator\" (Art. 14)")]
    [InlineData("""{"id":"ADA","name":"B B","addresses":["b@acme.example"]}""", "people[1].id: expected an id of its own for each person (without \"id\" it is made of the first address), but people[0].id has the same")]
    [InlineData("""{"name":"B B","addresses":["b@acme.example","Ada@ACME.example"]}""", "people[1].addresses[1]: expected an address of one person, listed once, but people[0].addresses[0] has the same")]
    public void A_wrong_person_is_named_by_place_and_never_by_name(string person, string mistake) =>
        Assert.Equal([$"acme.json:7 {mistake}"], CustomerFolder.MistakesOf(CustomerJson.WithPerson(person)));

    [Theory]
    [InlineData("backups", "{\"servers\":{\"days\":[\"friday\",\"friday\"],\"at\":\"22:30\"}}", "backups.servers.days[1]: expected each day once")]
    [InlineData("backups", "{\"servers\":{\"days\":[\"vendredi\"],\"at\":\"22:30\"}}", "backups.servers.days[0]: expected one of \"sunday\", \"monday\", \"tuesday\", \"wednesday\", \"thursday\", \"friday\", \"saturday\"")]
    [InlineData("backups", "{\"historyDays\":0}", "backups.historyDays: expected the days during which versions are kept (Art. 19): a whole number from 1 to 3660")]
    [InlineData("licences", "{\"owned\":5,\"used\":6,\"baseline\":5}", "licences.used: expected at most as many licences as are owned")]
    [InlineData("terminatedOn", "\"2025-12-31\"", "terminatedOn: expected a day of the contract: term.start or later (Art. 2)")]
    [InlineData("overdueEuros", "1200.50", "overdueEuros: expected this only with \"overdueSince\" (Art. 4)")]
    [InlineData("agreedPrice", "{\"monthlyEuros\":1200,\"index\":0}", "agreedPrice.index: expected the value of the index that it was agreed on (Art. 4.1): an amount above 0 with at most two decimals, up to 10000")]
    [InlineData("overdueSince", "\"2025-12-31\"", "overdueSince: expected a day of the contract: term.start or later (Art. 2)")]
    public void Facts_that_contradict_each_other_are_a_mistake(string key, string json, string mistake) => Assert.Equal(
        [$"acme.json:8 {mistake}"],
        CustomerFolder.MistakesOf(CustomerJson.With(
            ("services", "[\"Microsoft365\", \"Backup\"]"), ("term", "{\"start\":\"2026-01-01\",\"months\":12}"), (key, json))));

    [Theory]
    [InlineData("2026-06-30", 0)]
    [InlineData("2026-07-01", 1)]
    public void An_agreement_to_training_is_given_while_the_contract_runs(string agreedOn, int mistakes)
    {
        var found = CustomerFolder.MistakesOf(CustomerJson.With(("terminatedOn", "\"2026-06-30\""), ("trainingAgreedOn", $"\"{agreedOn}\"")));
        Assert.Equal(mistakes, found.Count(mistake => mistake == "acme.json:8 trainingAgreedOn: expected a day of the contract: not after \"terminatedOn\" (Art. 7, RGPD II a)"));
        Assert.Equal(mistakes, found.Length);
    }

    [Theory]
    [InlineData("employee", "{\"from\":\"2026-08-01\",\"to\":\"2026-08-02\",\"substitute\":\"ada\"}", "absence: expected this only with role \"administrator\" or \"direction\": nobody else decides")]
    [InlineData("thirdParty", "{\"from\":\"2026-08-01\",\"to\":\"2026-08-02\",\"substitute\":\"ada\"}", "absence: expected this only with role \"administrator\" or \"direction\": nobody else decides")]
    [InlineData("administrator", "{\"from\":\"2026-08-02\",\"to\":\"2026-08-01\",\"substitute\":\"ada\"}", "absence.to: expected a day not before \"from\"")]
    [InlineData("administrator", "{\"from\":\"2026-08-01\",\"to\":\"2026-08-01\",\"substitute\":\"bo\"}", "absence.substitute: expected the id of another person of this file whose role is \"administrator\" or \"direction\"")]
    [InlineData("administrator", "{\"from\":\"2026-08-01\",\"to\":\"2026-08-01\",\"substitute\":\"nobody\"}", "absence.substitute: expected the id of another person of this file whose role is \"administrator\" or \"direction\"")]
    [InlineData("administrator", "{\"from\":\"2026-08-01\",\"to\":\"2026-08-01\",\"substitute\":\"cy\"}", "absence.substitute: expected the id of another person of this file whose role is \"administrator\" or \"direction\"")]
    public void An_absence_needs_days_and_somebody_who_may_decide(string role, string absence, string mistake) => Assert.Equal(
        [$"acme.json:7 people[1].{mistake}"],
        CustomerFolder.MistakesOf(CustomerJson.WithPerson(
            $$"""{"id":"bo","name":"B B","addresses":["b@acme.example"],"role":"{{role}}","absence":{{absence}}},{"id":"cy","name":"C C","addresses":["c@acme.example"]}""")));

    [Theory]
    [InlineData("[{\"number\":\"12345\",\"since\":\"2026-01-01\"}]", "phones[0].number: expected a phone number with 6 to 15 digits, each number once")]
    [InlineData("[{\"number\":\"+33 2 41 poste 3\",\"since\":\"2026-01-01\"}]", "phones[0].number: expected a phone number with 6 to 15 digits, each number once")]
    [InlineData("[{\"number\":\"0241000001\",\"since\":\"2026-01-01\"},{\"number\":\"02.41.00.00.01\",\"since\":\"2026-01-02\"}]", "phones[1].number: expected a phone number with 6 to 15 digits, each number once")]
    [InlineData("[{\"number\":\"0241000001\"}]", "phones[0].since: expected a date such as \"2026-11-30\"")]
    public void A_wrong_phone_is_named_by_place_and_never_by_number(string phones, string mistake) => Assert.Equal(
        [$"acme.json:7 people[1].{mistake}"],
        CustomerFolder.MistakesOf(CustomerJson.WithPerson($$"""{"name":"B B","addresses":["b@acme.example"],"phones":{{phones}}}""")));

    [Theory]
    [InlineData("nom", "nom", "")]
    [InlineData("domain", "domain", " (did you mean \"domains\"?)")]
    [InlineData("Weekend", "Weekend", " (did you mean \"weekend\"?)")]
    [InlineData("tenantID", "tenantID", " (did you mean \"tenantId\"?)")]
    public void An_unknown_key_is_a_mistake_with_a_guess(string key, string shown, string hint)
    {
        var known = string.Join(", ", CustomerFileShape.CustomerKeys);
        Assert.Equal([$"acme.json:7 {shown}: expected a known key: {known}{hint}"], CustomerFolder.MistakesOf(CustomerJson.With((key, "1"))));
    }

    [Fact]
    public void An_unknown_key_of_a_person_is_a_mistake() => Assert.Equal(
        ["acme.json:7 people[1].rôle: expected a known key: id, name, addresses, role, delegatedByDirection, language, phones, entraId, absence, digest (did you mean \"role\"?)"],
        CustomerFolder.MistakesOf(CustomerJson.WithPerson("""{"name":"B B","addresses":["b@acme.example"],"rôle":"direction"}""")));

    [Fact]
    public void A_key_written_twice_is_a_mistake() => Assert.Equal(
        ["acme.json:3 name: expected this key once"],
        CustomerFolder.MistakesOf(CustomerJson.With().Replace("\"Acme\",", "\"Acme\",\n\"name\": \"Other\",", StringComparison.Ordinal)));

    [Theory]
    [InlineData("gmail.com")]
    [InlineData("Orange.fr")]
    [InlineData("wanadoo.fr")]
    [InlineData("free.fr")]
    [InlineData("outlook.com")]
    [InlineData("hotmail.fr")]
    [InlineData("laposte.net")]
    [InlineData("sfr.fr")]
    [InlineData("icloud.com")]
    [InlineData("yahoo.fr.")]
    [InlineData("onmicrosoft.com")]
    public void A_shared_domain_belongs_to_no_customer(string domain)
    {
        var mistake = Assert.Single(CustomerFolder.LoadOne(CustomerJson.With(("domains", $"[\"{domain}\"]"))).Mistakes);
        Assert.Equal(("domains[0]", 5), (mistake.Key, mistake.Line));
        Assert.Contains("mail provider's", mistake.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""[{"name":"B B","addresses":["b@acme.example"]}]""")]
    [InlineData(null)]
    public void Somebody_must_be_able_to_approve(string? people)
    {
        var mistake = Assert.Single(CustomerFolder.LoadOne(CustomerJson.With(("people", people))).Mistakes);
        Assert.Equal("people", mistake.Key);
        Assert.Contains("\"administrator\" or \"direction\"", mistake.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void What_two_files_claim_is_a_mistake_that_names_both()
    {
        const string Tenant = "\"7c1d4a52-3b0e-4f6a-9a41-5d2e8f1b6a09\"";
        using var folder = new CustomerFolder()
            .With("a.json", CustomerJson.With(("tenantId", Tenant)))
            .With("b.json", CustomerJson.With(("tenantId", Tenant.ToUpperInvariant()), ("domains", "[\"ACME.example.\"]")));

        Assert.Equal(
            [
                "b.json:5 domains[0]: expected a domain of one customer, listed once, but a.json (domains[0]) has the same",
                "b.json:6 people[0].addresses[0]: expected an address of one person, listed once, but a.json (people[0].addresses[0]) has the same",
                "b.json:7 tenantId: expected a tenant of one customer alone, but a.json (tenantId) has the same",
            ],
            folder.Load().Mistakes.Select(mistake => mistake.ToString()));
    }

    [Fact]
    public void An_international_domain_and_its_ascii_form_are_one() => Assert.Equal(
        ["acme.json:5 domains[1]: expected a domain of one customer, listed once, but domains[0] has the same"],
        CustomerFolder.MistakesOf(CustomerJson.With(("domains", "[\"BÜCHER.example\", \"xn--bcher-kva.example\"]"))));

    [Fact]
    public void Files_that_differ_by_case_alone_are_one_customer_elsewhere()
    {
        using var folder = new CustomerFolder()
            .With("ACME.json", CustomerJson.With())
            .With("acme.json", CustomerJson.With(("domains", "[]"), ("people", """[{"name":"B B","addresses":["b@b.example"],"role":"direction"}]""")));

        Assert.Equal(
            ["acme.json: expected a file name of its own whatever the case of its letters, but ACME.json has the same"],
            folder.Load().Mistakes.Select(mistake => mistake.ToString()));
    }

    [Fact]
    public void All_mistakes_of_all_files_are_told_at_once_and_nothing_is_loaded()
    {
        using var folder = new CustomerFolder()
            .With("a.json", "{ \"name\": \"A\",\n \"nmae\": 1,\n \"level\": \"Gold\" }")
            .With("b.json", "{ \"name\": ")
            .With("c.json", CustomerJson.With());

        var loaded = folder.Load();

        Assert.False(loaded.Succeeded);
        Assert.Empty(loaded.Customers);
        Assert.Equal(
            [("a.json", "services", 1), ("a.json", "people", 1), ("a.json", "nmae", 2), ("a.json", "level", 3), ("b.json", "", 1)],
            loaded.Mistakes.Select(mistake => (mistake.File, mistake.Key, mistake.Line ?? 0)));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("{\n\"name\": \"A\"\n\"level\": 1}", 3)]
    [InlineData("{}\n{}", 2)]
    [InlineData("{\n\"name\": \"\\ud800\"}", 2)]
    [InlineData("[[[[[[[[[[[[[[[[[[[[", 1)]
    public void What_is_no_json_is_told_with_its_line(string text, int line)
    {
        var mistake = Assert.Single(CustomerFolder.LoadOne(text).Mistakes);
        Assert.Equal($"acme.json:{line}: expected JSON (comments and trailing commas are allowed); it cannot be read from here on", mistake.ToString());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("3")]
    [InlineData("null")]
    public void A_file_that_holds_no_object_is_a_mistake(string text) =>
        Assert.StartsWith("acme.json:1: expected an object with $schema, name", Assert.Single(CustomerFolder.MistakesOf(text)), StringComparison.Ordinal);

    [Fact]
    public void A_file_in_another_encoding_is_a_mistake()
    {
        using var folder = new CustomerFolder();
        File.WriteAllBytes(Path.Combine(folder.Path, "acme.json"), Encoding.Latin1.GetBytes(CustomerJson.With(("name", "\"Modèle\""))));
        Assert.Equal(["acme.json: expected text in UTF-8"], folder.Load().Mistakes.Select(mistake => mistake.ToString()));
    }

    [Theory]
    [InlineData("société.json")]
    [InlineData("a b.json")]
    [InlineData("-acme.json")]
    [InlineData("acme@.json")]
    [InlineData("acme@2026-02-30.json")]
    [InlineData("acme@2026-02-03@2026-02-04.json")]
    [InlineData("@2026-02-03.json")]
    public void A_file_name_that_makes_no_id_is_a_mistake(string file)
    {
        using var folder = new CustomerFolder().With(file, CustomerJson.With());
        Assert.StartsWith($"{file}: expected a file name", Assert.Single(folder.Load().Mistakes).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_folder_is_a_mistake()
    {
        using var folder = new CustomerFolder();
        Assert.Equal($"{folder.Path}: expected at least one customer file (*.json) in this folder", Assert.Single(folder.Load().Mistakes).ToString());
    }

    [Fact]
    public void A_missing_path_is_a_mistake()
    {
        using var folder = new CustomerFolder();
        var path = Path.Combine(folder.Path, "none");
        Assert.Equal(
            $"{path}: expected a customer file, or a folder of customer files; there is none at this path",
            Assert.Single(CustomerFiles.Load(path).Mistakes).ToString());
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_a_mistake_and_the_others_are_still_checked()
    {
        using var folder = new CustomerFolder().With("a.json", CustomerJson.With()).With("b.json", "{}");
        using var held = new FileStream(Path.Combine(folder.Path, "a.json"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var mistakes = folder.Load().Mistakes;

        Assert.Equal("a.json: expected a file that this account can read", mistakes[0].ToString());
        Assert.Contains(mistakes, mistake => mistake.File == "b.json");
    }
}

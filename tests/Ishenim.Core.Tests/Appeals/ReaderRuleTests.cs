using Ishenim.Core.Appeals;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals;

/// <summary>Regulation X2, for every subset of whom a letter can be about and every way the roles can lie.</summary>
public sealed class ReaderRuleTests
{
    private static readonly About[] Abouts = [About.Director, About.Responsible, About.Chair, About.Deputy, About.Teacher, About.Committee, About.Other];

    /// <summary>Letters: R responsible, D director, C chair, V deputy chair, O education office, M member; in small: d deputy, t teacher, c committee, h head; ! without a key.</summary>
    public static TheoryData<string, DatabaseKind> Schools()
    {
        var data = new TheoryData<string, DatabaseKind>();
        foreach (var school in new[] { "Rd Dh Cc", "Rd Dh Ct Mc Mt", "RDh Cc", "Rt Dh Cc Md", "Rd! Dh Cc Mt", "Rd Dh! Cc", "Rd RDh Cc M", "Rd Dh Cc Vt O Mt" })
            data.Add(school, DatabaseKind.Sqlite);
        // The rule is the same code on both databases: two schools are enough on the slower one.
        data.Add("Rd Dh Ct Mc Mt", DatabaseKind.Postgres);
        data.Add("Rd! Dh Cc Mt", DatabaseKind.Postgres);
        return data;
    }

    [Theory]
    [InlineData("Rd Dh Cc", "", "Rd Dh")]
    [InlineData("Rd Dh Cc", "Director", "Cc")]
    [InlineData("Rd Dh Cc", "Responsible", "Dh Cc")]
    [InlineData("Rd Dh Cc", "Director Responsible", "Cc")]
    [InlineData("RDh Cc", "Responsible", "Cc")]
    [InlineData("RDh Cc", "Director", "Cc")]
    [InlineData("Rd Dh Cc", "Chair", "Rd Dh")]
    [InlineData("Rt Dh Cc", "Teacher", "Dh Cc")]
    [InlineData("Rd Dh Cc", "Deputy", "Dh Cc")]
    [InlineData("Rd Dh Cc", "Committee", "Rd Dh")]
    [InlineData("Rd Dh Cc", "Other", "Rd Dh")]
    [InlineData("Rd Dh Cc Mt", "Director Chair", "Mt")]
    [InlineData("Rd Dh Cc", "Director Chair", "nobody")]
    [InlineData("Rd! Dh! Cc", "", "Cc")]
    [InlineData("Rd! Dh! Cc!", "", "nobody")]
    [InlineData("Rd Dh Cc Vt O", "", "Rd Dh")]
    [InlineData("Rd Dh Cc Vt", "Director", "Cc")]
    [InlineData("Rd Dh Cc! Vt", "Director", "Vt")]
    [InlineData("Rd Dh Cc Vt Mt", "Director Chair", "Vt")]
    [InlineData("Rd Dh Cc O", "Director", "Cc O")]
    [InlineData("Rd Dh Cc O", "Responsible", "Dh Cc")]
    [InlineData("Rd Dh Cc Vt O", "Director Chair", "Vt O")]
    [InlineData("Rd Dh Cc Vt O Mt", "Director Chair Teacher", "O")]
    [InlineData("Rd! Dh! Cc! O Mt", "", "O")]
    public void Choose_NamedCases_AsTheRegulationSays(string school, string about, string readers) =>
        Assert.Equal(readers, Chosen(Roster(school), Named(about)));

    [Theory]
    [MemberData(nameof(Schools))]
    public async Task AcceptAsync_EverySubsetOfAbout_NoGrantForAnExcludedPersonEver(string layout, DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var people = await PeopleAsync(school, layout);
        foreach (var about in Subsets())
        {
            var letter = TestSchool.Letter("Кат.", [.. about]);
            var expected = Oracle(layout, about);
            if (expected == "nobody")
            {
                await Assert.ThrowsAsync<NobodyMayRead>(() => school.AcceptAsync(letter));
                continue;
            }
            await school.AcceptAsync(letter);
            Assert.Equal((layout, string.Join(' ', about), expected), (layout, string.Join(' ', about), await ReadersAsync(database, school, letter, people)));
        }
    }

    /// <summary>A letter kept from anybody who sees the register does not show there.</summary>
    [Theory]
    [InlineData("R D C", "", false)]
    [InlineData("R D C", "Director", true)]
    [InlineData("R D C", "Responsible", true)]
    [InlineData("R D C", "Chair", true)]
    [InlineData("R D Cc", "Committee", true)]
    [InlineData("R D Ct", "Teacher", true)]
    [InlineData("R D C Mt", "Teacher", false)]
    [InlineData("Rd D C", "Deputy", true)]
    public void Choose_KeptFromWhoSeesTheRegister_IsRestricted(string layout, string about, bool restricted) =>
        Assert.Equal(restricted, ReaderRule.Choose([.. Roster(layout).Select(one => one.Line)], Named(about), []).Restricted);

    /// <summary>The rule said once more, in other words: names that may not, then who is left of the tables of X2.</summary>
    private static string Oracle(string layout, IReadOnlyCollection<About> about)
    {
        var people = layout.Split(' ');
        bool Out(string person) => about.SelectMany(Marks).Any(person.Contains);
        bool Ready(string person) => !Out(person) && !person.Contains('!');
        var kept = people.Any(person => (person.Contains('R') || person.Contains('D')) && Out(person));
        var usual = people.Where(person => (person.Contains('R') || person.Contains('D')) && Ready(person)).ToList();
        var chairs = people.Where(person => person.Contains('C') && Ready(person)).ToList();
        chairs = chairs.Count > 0 ? chairs : people.Where(person => person.Contains('V') && Ready(person)).ToList();
        var office = people.Where(person => person.Contains('O') && Ready(person)).ToList();
        var members = people.Where(person => person.Contains('M') && Ready(person)).ToList();
        var readers = kept || usual.Count == 0 ? usual.Concat(chairs).ToList() : usual;
        readers = about.Contains(About.Director) ? [.. readers, .. office] : readers;
        readers = readers.Count > 0 ? readers : office.Count > 0 ? office : members;
        return readers.Count == 0 ? "nobody" : string.Join(' ', people.Where(readers.Contains));
    }

    /// <summary>Which marks keep a person out; a letter about the director also stays from the director's deputy who is responsible.</summary>
    private static string Marks(About about) => about switch
    {
        About.Director => "DRh",
        About.Responsible => "R",
        About.Chair => "C",
        About.Deputy => "d",
        About.Teacher => "t",
        About.Committee => "c",
        _ => "",
    };

    private static IEnumerable<IReadOnlyList<About>> Subsets() =>
        Enumerable.Range(0, 1 << Abouts.Length).Select(set => Abouts.Where((_, i) => (set >> i & 1) == 1).ToList());

    private static List<About> Named(string names) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<About>).ToList();

    private static string Chosen(IReadOnlyList<(string Name, RosterLine Line)> roster, IReadOnlyCollection<About> about)
    {
        try
        {
            var choice = ReaderRule.Choose([.. roster.Select(one => one.Line)], about, []);
            return string.Join(' ', roster.Where(one => choice.Readers.Contains(one.Line)).Select(one => one.Name));
        }
        catch (NobodyMayRead)
        {
            return "nobody";
        }
    }

    private static List<(string Name, RosterLine Line)> Roster(string layout) => layout.Split(' ').Select(name => (
        name, new RosterLine(PersonId.New(), Roles(name).ToHashSet(), PositionOf(name), name.Contains('!') ? null : new byte[32], null, "ky"))).ToList();

    private static IEnumerable<Role> Roles(string name) => name.Select(mark => mark switch
    {
        'R' => Role.Responsible,
        'D' => Role.Director,
        'C' => Role.Chair,
        'M' => Role.Member,
        'V' => Role.DeputyChair,
        'O' => Role.Office,
        _ => (Role?)null,
    }).OfType<Role>();

    private static Position PositionOf(string name) => name switch
    {
        _ when name.Contains('h') => Position.Director,
        _ when name.Contains('d') => Position.Deputy,
        _ when name.Contains('t') => Position.Teacher,
        _ when name.Contains('c') => Position.Committee,
        _ => Position.Other,
    };

    /// <summary>The school's own three people leave; those of the layout come.</summary>
    private static async Task<Dictionary<Guid, string>> PeopleAsync(TestSchool school, string layout)
    {
        await using var db = school.Database.Open(school.Id);
        await db.Set<PersonRole>().ExecuteDeleteAsync();
        await db.Set<Person>().ExecuteUpdateAsync(person => person.SetProperty(one => one.LeftOn, school.Clock.Today));
        var people = new Dictionary<Guid, string>();
        foreach (var name in layout.Split(' '))
        {
            var person = await school.AddAsync("Ойдон Чыккан", PositionOf(name), [.. Roles(name)]);
            people.Add(person.Id.Value, name);
            if (name.Contains('!'))
                await db.Set<Account>().Where(account => account.Person == person.Id).ExecuteUpdateAsync(account => account.SetProperty(one => one.ConfirmedOn, (DateOnly?)null));
        }
        return people;
    }

    private static async Task<string> ReadersAsync(TestDatabase database, TestSchool school, NewLetter letter, Dictionary<Guid, string> people)
    {
        await using var db = database.Open(school.Id);
        var grants = await db.Set<Grant>().Where(grant => grant.Appeal == letter.Draft.Id && grant.Recipient != letter.Draft.Id.Value).Select(grant => grant.Recipient).Distinct().ToListAsync();
        return string.Join(' ', people.Where(person => grants.Contains(person.Key)).Select(person => person.Value).Concat(grants.Where(grant => !people.ContainsKey(grant)).Select(_ => "a stranger")));
    }
}

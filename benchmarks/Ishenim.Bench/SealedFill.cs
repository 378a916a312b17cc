using Ishenim.Core.Appeals;
using Ishenim.Sealing;
using Ishenim.Testing;

namespace Ishenim.Bench;

/// <summary>Fills a register with letters that open: accepting ten thousand of them would stretch ten thousand codes.</summary>
internal static class SealedFill
{
    /// <summary>One letter in so many has the word that a search looks for.</summary>
    public const int WordOneIn = 50;

    private const int PerCommit = 500;

    private static readonly string _filler = string.Concat(Enumerable.Repeat("Биздин мектепте балдар окуйт, ата-энелер жана мугалимдер иштешет. ", 17));

    /// <summary>Letters of 2 KB, sealed to the responsible person.</summary>
    public static async Task AddAsync(TestSchool school, int letters)
    {
        for (var i = 0; i < letters; i += PerCommit)
        {
            await using var db = school.Database.Open(school.Id);
            for (var place = i + 1; place <= i + PerCommit; place++)
                db.AddRange(Letter(school, place));
            await db.SaveChangesAsync();
        }
        // As the program does after each start and each hour.
        await school.Database.Gate.Upkeep.LearnSizesAsync();
    }

    private static IEnumerable<object> Letter(TestSchool school, int place)
    {
        var (id, today) = (new AppealId(Guid.NewGuid()), school.Clock.Today);
        var number = RegisterNumber.Common(today.Year, place);
        yield return new Appeal
        {
            School = school.Id, Id = id, Restricted = false, AppearsAt = school.Clock.UtcNow.Date, RegisterPlace = number.RegisterPlace, Sealed = [], Epoch = 1, LastPart = 1,
            Facts = new AppealFacts
            {
                Number = number.ToString(), ReceivedOn = today, RegisteredOn = today, DueOn = today.AddDays(20), Kind = Kind.Complaint, Subject = Subject.Conditions,
                Group = WriterGroup.Pupil, Channel = Channel.Web, Signed = false, Urgent = false, State = AppealState.Registered,
            },
        };
        using var key = SecretKey.Generate();
        foreach (var keyClass in new[] { KeyClass.Letter, KeyClass.Reply, KeyClass.Desk })
            yield return Granted(school, id, keyClass, key);
        var part = new Part
        {
            School = school.Id, Id = Guid.NewGuid(), Appeal = id, Class = KeyClass.Letter, Epoch = 1, Kind = PartKind.Text, Side = AuthorSide.Writer,
            Sequence = 1, Day = today, AppearsAt = school.Clock.UtcNow.Date, Sealed = [],
        };
        part.Sealed = TextEnvelope.SealText((place % WordOneIn == 0 ? "Терезе сынык. " : "") + _filler, key, part.Label);
        yield return part;
    }

    private static Grant Granted(TestSchool school, AppealId id, KeyClass keyClass, SecretKey key)
    {
        var recipient = school.Responsible.Id.Value;
        return new Grant
        {
            School = school.Id, Appeal = id, Class = keyClass, Epoch = 1, Recipient = recipient,
            Sealed = GrantEnvelope.Seal(new GrantLabel(school.Id.Value, id.Value, keyClass, 1, recipient), key, school.Responsible.Keys.PublicKey),
        };
    }
}

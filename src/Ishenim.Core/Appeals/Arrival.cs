using Ishenim.Core.Calendar;
using Ishenim.Core.Refusals;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Sealing;

namespace Ishenim.Core.Appeals;

/// <summary>A letter on its way into the register: who reads it is chosen, then it is numbered, then sealed.</summary>
internal sealed class Arrival : IDisposable
{
    private const int FirstEpoch = 1;

    private readonly AppealKeys _keys = new();

    public Arrival(School school, NewLetter letter, FreshReceipt receipt)
    {
        (School, Letter, Receipt) = (school, letter, receipt);
        _keys.Take(KeyClass.Letter, FirstEpoch, SecretKey.From(letter.Draft.Key.Bytes));
        _keys.Make(KeyClass.Reply, FirstEpoch);
        _keys.Make(KeyClass.Desk, FirstEpoch);
        if (letter.Identity is not null)
            _keys.Make(KeyClass.Identity, FirstEpoch);
    }

    /// <summary>As the letter's own request knew it.</summary>
    public School School { get; }

    public NewLetter Letter { get; }

    public FreshReceipt Receipt { get; }

    public AppealId Id => Letter.Draft.Id;

    /// <summary>Why the letter is not taken; null: it is.</summary>
    public Refusal? Refused { get; private set; }

    public ReaderChoice Choice { get; private set; } = null!;

    public AppealFacts Facts { get; private set; } = null!;

    public DateTime AppearsAt { get; private set; }

    /// <summary>All that the letter is in the database, sealed.</summary>
    public IReadOnlyList<object> Rows { get; private set; } = [];

    /// <param name="roster">Everybody at the school, locked.</param>
    /// <param name="taken">Ids that somebody or something has; this letter's is added.</param>
    public void Choose(IReadOnlyList<RosterLine> roster, ISet<Guid> taken)
    {
        try
        {
            Refused = taken.Add(Id.Value) ? null : new LetterAlreadyArrived();
            if (Refused is null)
                Choice = ReaderRule.Choose(roster, Letter.About, []);
        }
        catch (NobodyMayRead nobody)
        {
            Refused = nobody;
        }
    }

    public void Number(SchoolClock clock, long place)
    {
        var number = Choice.Restricted ? RegisterNumber.OfRestricted(clock.Today.Year, place) : RegisterNumber.Common(clock.Today.Year, place);
        var calendar = School.Calendar();
        var registered = calendar.RegistrationDay(clock.Today);
        AppearsAt = School.AppearsAt(clock, Letter.Urgent);
        Facts = new AppealFacts
        {
            Number = number.ToString(), ReceivedOn = clock.Today, RegisteredOn = registered,
            DueOn = calendar.DueDay(registered, School.Settings.AnswerWorkingDays),
            Kind = Letter.Kind, Subject = Letter.Subject, Group = Letter.Group, Channel = Letter.Channel,
            Signed = Letter.Identity is not null, Urgent = Letter.Urgent, State = AppealState.Registered,
        };
    }

    public void Seal()
    {
        var appeal = Row();
        appeal.Sealed = _keys.SealFacts(appeal, new SealedFacts
        {
            About = Letter.About, Excluded = [.. Choice.Excluded], Language = Letter.Language, Restricted = Choice.Restricted ? Facts : null,
        });
        Rows = [appeal, .. Parts(appeal), .. Grants()];
    }

    public void Dispose() => _keys.Dispose();

    private Appeal Row() => new()
    {
        School = School.Id, Id = Id, Restricted = Choice.Restricted, AppearsAt = AppearsAt, Epoch = FirstEpoch, Sealed = [],
        RegisterPlace = Choice.Restricted ? null : RegisterNumber.Parse(Facts.Number).RegisterPlace,
        Facts = Choice.Restricted ? null : Facts,
        LastPart = Letter.Identity is null ? 1 : 2,
    };

    private IEnumerable<object> Parts(Appeal appeal)
    {
        yield return _keys.SealText(appeal, KeyClass.Letter, PartKind.Text, AuthorSide.Writer, 1, Letter.Text, Facts.ReceivedOn, AppearsAt, author: null);
        if (Letter.Identity is { } identity)
            yield return _keys.SealIdentity(appeal, 2, identity, Facts.ReceivedOn, AppearsAt);
        for (var i = 0; i < Letter.Files.Count; i++)
            yield return Letter.Files[i].Row(appeal, KeyClass.Letter, AuthorSide.Writer, message: 1, place: i + 1);
    }

    private IEnumerable<object> Grants()
    {
        var toReaders = Choice.Readers.SelectMany(reader => _keys.GrantTo(School.Id, Id, reader.Id.Value, reader.PublicKey!, Granting.ToReader));
        return
        [
            new WriterKey { School = School.Id, Appeal = Id, Lookup = Receipt.Lookup, PublicKey = Receipt.PublicKey },
            .. _keys.GrantTo(School.Id, Id, Id.Value, Receipt.PublicKey, Granting.ToWriter),
            .. toReaders,
        ];
    }
}

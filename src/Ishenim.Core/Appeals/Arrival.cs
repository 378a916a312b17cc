using Ishenim.Core.Appeals.StandingIn;
using Ishenim.Core.Calendar;
using Ishenim.Core.Refusals;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Sealing;

namespace Ishenim.Core.Appeals;

/// <summary>What lets a writer come back.</summary>
/// <param name="Lookup">What finds the letter by its code.</param>
/// <param name="PublicKey">To which it is sealed.</param>
/// <param name="Classes">What of it.</param>
/// <param name="PrintedBy">As <see cref="WriterKey.Printer"/>.</param>
internal sealed record WriterAccess(byte[] Lookup, byte[] PublicKey, IReadOnlyCollection<KeyClass> Classes, PersonId? PrintedBy)
{
    public static WriterAccess ByCode(FreshReceipt receipt, PersonId? seenBy = null) => new(receipt.Lookup, receipt.PublicKey, Granting.ToWriter, seenBy);
}

/// <summary>A letter on its way into the register: who reads it is chosen, then it is numbered, then sealed.</summary>
internal sealed class Arrival : IDisposable
{
    private const int FirstEpoch = 1;

    private readonly AppealKeys _keys = new();
    private readonly Dictionary<Guid, SealedAhead> _ahead = [];
    private readonly PersonId? _registrar;
    private IReadOnlyList<(StandIn By, RosterLine Person)> _besides = [];

    /// <param name="school">As the letter's own request knew it.</param>
    /// <param name="letter">What it says.</param>
    /// <param name="registrar">Who registers a letter on paper: its files are scans, which the handwriting in them keeps from others; null: it came by the web.</param>
    public Arrival(School school, NewLetter letter, PersonId? registrar = null)
    {
        (School, Letter, _registrar) = (school, letter, registrar);
        if (registrar is null || letter.Files.Count > 0)
            _keys.Take(FileClass, FirstEpoch, SecretKey.From(letter.Draft.Key.Bytes));
        if (registrar is not null)
            _keys.Make(KeyClass.Letter, FirstEpoch);
        _keys.Make(KeyClass.Reply, FirstEpoch);
        _keys.Make(KeyClass.Desk, FirstEpoch);
        if (letter.Identity is not null)
            _keys.Make(KeyClass.Identity, FirstEpoch);
    }

    public School School { get; }

    public NewLetter Letter { get; }

    /// <summary>Null: nobody comes back to it with a code.</summary>
    public WriterAccess? Writer { get; set; }

    /// <summary>The day on which a letter on paper was taken; null: today.</summary>
    public DateOnly? ReceivedOn { get; init; }

    public AppealId Id => Letter.Draft.Id;

    /// <summary>Why the letter is not taken; null: it is.</summary>
    public Refusal? Refused { get; private set; }

    public ReaderChoice Choice { get; private set; } = null!;

    public AppealFacts Facts { get; private set; } = null!;

    public DateTime AppearsAt { get; private set; }

    /// <summary>All that the letter is in the database, sealed.</summary>
    public IReadOnlyList<object> Rows { get; private set; } = [];

    /// <summary>
    /// Seals the keys to the writer and to those who would read the letter by that roster, before the lock: it is most of the
    /// work. Under the lock the rule chooses anew, and what is sealed to anybody else is thrown away.
    /// </summary>
    /// <param name="roster">As it was lately; null: nobody knows.</param>
    public void SealAhead(IReadOnlyList<RosterLine>? roster)
    {
        if (Writer is not null)
            Ahead(Id.Value, Writer.PublicKey, Writer.Classes);
        if (roster is null)
            return;
        try
        {
            var readers = ReaderRule.Choose(roster, Letter.About, []).Readers;
            foreach (var reader in readers)
                Ahead(reader.Id.Value, reader.PublicKey!, ClassesOf(reader, readers));
        }
        catch (NobodyMayRead)
        {
            // Under the lock it is said, if it is so there, too.
        }
    }

    /// <param name="roster">Everybody at the school, locked.</param>
    /// <param name="taken">Ids that somebody or something has; this letter's is added.</param>
    /// <param name="standIns">Of today.</param>
    public void Choose(IReadOnlyList<RosterLine> roster, ISet<Guid> taken, IReadOnlyList<StandIn> standIns)
    {
        try
        {
            Refused = taken.Contains(Id.Value) ? new LetterAlreadyArrived() : null;
            if (Refused is null)
                ChooseReaders(roster, standIns);
            taken.Add(Id.Value);
            // Whoever is kept from the letter could read its answers with the code that they printed.
            if (Writer?.PrintedBy is { } printer && Choice?.Excluded.Contains(printer) == true)
                Writer = null;
        }
        catch (NobodyMayRead nobody)
        {
            Refused = nobody;
        }
    }

    private void ChooseReaders(IReadOnlyList<RosterLine> roster, IReadOnlyList<StandIn> standIns)
    {
        var choice = ReaderRule.Choose(roster, Letter.About, []);
        _besides = standIns.Besides(roster, choice);
        Choice = choice with { Readers = [.. choice.Readers, .. _besides.Select(one => one.Person)] };
    }

    /// <param name="school">As it is under the lock: its calendar may have changed since the letter's request began.</param>
    /// <param name="clock">Stands still.</param>
    /// <param name="place">In its series.</param>
    public void Number(School school, SchoolClock clock, long place)
    {
        var number = Choice.Restricted ? RegisterNumber.OfRestricted(clock.Today.Year, place) : RegisterNumber.Common(clock.Today.Year, place);
        var registered = school.Calendar().RegistrationDay(clock.Today);
        // Only by its time could a web letter show who sent it; on paper that time is the school's own.
        AppearsAt = School.AppearsAt(clock, Letter.Urgent || _registrar is not null);
        Facts = new AppealFacts
        {
            Number = number.ToString(), ReceivedOn = ReceivedOn ?? clock.Today, RegisteredOn = registered,
            DueOn = AppealTerm.DueDay(school, registered, Letter.Identity is not null),
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
        Rows = [appeal, .. Parts(appeal), .. Grants(), .. Marks()];
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
            yield return Letter.Files[i].Row(appeal, FileClass, AuthorSide.Writer, message: 1, place: i + 1);
    }

    private IEnumerable<object> Marks() => _besides.Select(one => new StandInLetter { School = School.Id, StandIn = one.By.Id, Appeal = Id });

    private KeyClass FileClass => _registrar is null ? KeyClass.Letter : KeyClass.Original;

    private IEnumerable<object> Grants()
    {
        var toReaders = Choice.Readers.SelectMany(reader => GrantsTo(reader.Id.Value, reader.PublicKey!, ClassesOf(reader, Choice.Readers)));
        return Writer is null ? toReaders :
        [
            new WriterKey { School = School.Id, Appeal = Id, Lookup = Writer.Lookup, PublicKey = Writer.PublicKey, Printer = Writer.PrintedBy },
            .. GrantsTo(Id.Value, Writer.PublicKey, Writer.Classes),
            .. toReaders,
        ];
    }

    /// <summary>The scans are for the registrar alone; for the first reader, where the registrar may not read the letter.</summary>
    private IReadOnlyCollection<KeyClass> ClassesOf(RosterLine reader, IReadOnlyList<RosterLine> readers)
    {
        var keeper = readers.FirstOrDefault(one => one.Id == _registrar) ?? readers[0];
        return reader == keeper ? Granting.ToReader : Granting.WithoutOriginal;
    }

    private void Ahead(Guid recipient, byte[] publicKey, IReadOnlyCollection<KeyClass> classes) =>
        _ahead[recipient] = new SealedAhead(publicKey, classes, [.. _keys.GrantTo(School.Id, Id, recipient, publicKey, classes)]);

    private IEnumerable<Grant> GrantsTo(Guid recipient, byte[] publicKey, IReadOnlyCollection<KeyClass> classes) =>
        _ahead.TryGetValue(recipient, out var ahead) && ahead.IsFor(publicKey, classes) ? ahead.Grants : _keys.GrantTo(School.Id, Id, recipient, publicKey, classes);

    private sealed record SealedAhead(byte[] PublicKey, IReadOnlyCollection<KeyClass> Classes, IReadOnlyList<Grant> Grants)
    {
        /// <summary>Whether it is sealed to that very key, and just so much.</summary>
        public bool IsFor(byte[] publicKey, IReadOnlyCollection<KeyClass> classes) => PublicKey.AsSpan().SequenceEqual(publicKey) && Classes.SequenceEqual(classes);
    }
}

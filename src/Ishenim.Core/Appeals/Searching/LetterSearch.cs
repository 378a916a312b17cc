using Ishenim.Core.Appeals.Unsealing;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;

namespace Ishenim.Core.Appeals.Searching;

/// <summary>A letter in which the words stand.</summary>
/// <param name="Row">Its line of the register.</param>
/// <param name="Pieces">Of the text in which they stand.</param>
public sealed record SearchHit(RegisterRow Row, IReadOnlyList<SnippetPiece> Pieces);

/// <summary>
/// Looks through all that a person may read: each letter is opened for it in the request and forgotten. Nothing is indexed;
/// what was looked for is written nowhere (docs/adr/0018).
/// </summary>
public sealed class LetterSearch(DatabaseGate database) : IDisposable
{
    /// <summary>More hits nobody reads through.</summary>
    public const int MostHits = 300;

    // It takes every core: who searches at the same time waits for a batch of the other, not for the whole search.
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>
    /// The hits as they are found, restricted letters first, then the newest; at most <see cref="MostHits"/>. That somebody
    /// searches is a line of the journal before anything is opened, and how many letters were shown is one after it.
    /// </summary>
    public async IAsyncEnumerable<SearchHit> FindAsync(Actor actor, SearchWords words)
    {
        await JournalAsync(actor, JournalVerb.TextSearched, null);
        var shown = 0;
        try
        {
            await foreach (var hits in HitsAsync(actor, words))
                foreach (var hit in hits.Take(MostHits - shown))
                {
                    shown++;
                    yield return hit;
                    if (shown == MostHits)
                        yield break;
                }
        }
        finally
        {
            await JournalAsync(actor, JournalVerb.TextFound, $"letters={shown}");
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>While a batch is opened, the next one is read.</summary>
    private async IAsyncEnumerable<List<SearchHit>> HitsAsync(Actor actor, SearchWords words)
    {
        var opening = Task.FromResult<List<SearchHit>>([]);
        try
        {
            await foreach (var letters in LettersAsync(actor))
            {
                var before = opening;
                opening = OpenAsync(letters, actor, words);
                yield return await before;
            }
            yield return await opening;
        }
        finally
        {
            // Who broke off takes the keys away: nothing may be using them then.
            await opening;
        }
    }

    private async IAsyncEnumerable<List<SealedLetter>> LettersAsync(Actor actor)
    {
        await using var db = database.Open(actor.School);
        var letters = new SealedLetters(db, actor, part => part.Kind == PartKind.Text || part.Kind == PartKind.Note || part.Kind == PartKind.NotHelped
            || part.Kind == PartKind.Redacted);
        yield return await letters.RestrictedAsync();
        await foreach (var batch in letters.CommonAsync(db.Set<Appeal>()))
            yield return batch;
    }

    private async Task<List<SearchHit>> OpenAsync(List<SealedLetter> letters, Actor actor, SearchWords words)
    {
        await _turn.WaitAsync();
        try
        {
            return await letters.OpenAsync(actor, (letter, keys) => words.FindIn([.. Searched(letter).Select(text => keys.OpenText(text.Part))]) is { } pieces
                ? new SearchHit(letter.Row, pieces)
                : null);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>A redacted copy is for those who have not got the letter itself.</summary>
    private static IEnumerable<SealedText> Searched(SealedLetter letter) => letter.Texts.Any(text => text.Part.Class == KeyClass.Letter)
        ? letter.Texts.Where(text => text.Part.Kind != PartKind.Redacted)
        : letter.Texts;

    private async Task JournalAsync(Actor actor, string verb, string? detail)
    {
        await using var db = database.Open(actor.School);
        await database.InTransactionAsync(db, () => db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, verb, Detail: detail)));
    }
}

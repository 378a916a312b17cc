using Ishenim.Core.Staff;

namespace Ishenim.Core.Appeals.Unsealing;

/// <summary>Opens many letters on all cores: nearly all the time of it is arithmetic.</summary>
internal static class ParallelUnsealing
{
    /// <summary>What the work makes of each letter, in their order; those of which it makes nothing are left out.</summary>
    /// <param name="letters">Sealed; one that somebody changed beneath is left out and does not hide the others.</param>
    /// <param name="actor">Whose keys open them; they must live until this is done.</param>
    /// <param name="work">Gets the letter and the keys that its texts need.</param>
    public static Task<List<T>> OpenAsync<T>(this IReadOnlyList<SealedLetter> letters, Actor actor, Func<SealedLetter, AppealKeys, T?> work)
        where T : class => Task.Run(() =>
    {
        var opened = new T?[letters.Count];
        Parallel.For(0, letters.Count, i => opened[i] = Open(letters[i], actor, work));
        return opened.OfType<T>().ToList();
    });

    private static T? Open<T>(SealedLetter letter, Actor actor, Func<SealedLetter, AppealKeys, T?> work)
        where T : class => Unbroken.Or(null, () =>
    {
        using var keys = AppealKeys.From(Grants(letter, actor), actor.Keys);
        return work(letter, keys);
    });

    private static IEnumerable<Grant> Grants(SealedLetter letter, Actor actor) =>
        letter.Texts.DistinctBy(text => (text.Part.Class, text.Part.Epoch)).Select(text => new Grant
        {
            School = actor.School, Appeal = letter.Row.Id, Class = text.Part.Class, Epoch = text.Part.Epoch,
            Recipient = actor.Person.Value, Sealed = text.Grant!,
        });
}

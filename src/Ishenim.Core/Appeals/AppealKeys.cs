using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals;

/// <summary>The class keys of one letter that somebody holds, opened; wiped when disposed.</summary>
public sealed class AppealKeys : IDisposable
{
    private readonly Dictionary<(KeyClass Class, int Epoch), SecretKey> _keys = [];

    /// <summary>Opens what is granted to that recipient: a person, or the appeal's own id for its writer.</summary>
    /// <exception cref="SealBrokenException">A grant does not belong where it stands.</exception>
    public static async Task<AppealKeys> OpenAsync(IshenimDb db, AppealId appeal, Guid recipient, KeyPair pair)
    {
        var grants = await db.Set<Grant>().AsNoTracking()
            .Where(grant => grant.Appeal == appeal && grant.Recipient == recipient).ToListAsync();
        return From(grants, pair);
    }

    public static AppealKeys From(IEnumerable<Grant> grants, KeyPair pair)
    {
        var keys = new AppealKeys();
        foreach (var grant in grants)
            keys._keys.Add((grant.Class, grant.Epoch), GrantEnvelope.Open(grant.Sealed, pair, grant.Label));
        return keys;
    }

    public IEnumerable<(KeyClass Class, int Epoch)> Held => _keys.Keys;

    public bool Any => _keys.Count > 0;

    public bool Has(KeyClass keyClass, int epoch) => _keys.ContainsKey((keyClass, epoch));

    public SecretKey this[KeyClass keyClass, int epoch] => _keys[(keyClass, epoch)];

    /// <summary>A fresh key of that class and epoch, held from now on.</summary>
    internal SecretKey Make(KeyClass keyClass, int epoch) => Take(keyClass, epoch, SecretKey.Generate());

    internal SecretKey Take(KeyClass keyClass, int epoch, SecretKey key)
    {
        _keys.Add((keyClass, epoch), key);
        return key;
    }

    /// <summary>Seals all keys of those classes that are held here, of every epoch, to a recipient.</summary>
    internal IEnumerable<Grant> GrantTo(
        SchoolId school, AppealId appeal, Guid recipient, byte[] publicKey, IReadOnlyCollection<KeyClass> classes) =>
        _keys.Where(held => classes.Contains(held.Key.Class)).Select(held =>
        {
            var label = new GrantLabel(school.Value, appeal.Value, held.Key.Class, held.Key.Epoch, recipient);
            return new Grant
            {
                School = school, Appeal = appeal, Class = held.Key.Class, Epoch = held.Key.Epoch, Recipient = recipient,
                Sealed = GrantEnvelope.Seal(label, held.Value, publicKey),
            };
        });

    public void Dispose()
    {
        foreach (var key in _keys.Values)
            key.Dispose();
    }
}

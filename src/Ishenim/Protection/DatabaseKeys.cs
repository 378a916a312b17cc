using System.Xml.Linq;
using Ishenim.Core.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Protection;

/// <summary>Keeps the keys of cookies and forms in the database, so that any node can read what another made.</summary>
internal sealed class DatabaseKeys(DatabaseGate database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = database.OpenInstallation();
        return db.Set<ProtectionKey>().AsNoTracking().Select(key => key.Xml).ToList().ConvertAll(XElement.Parse);
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = database.OpenInstallation();
        db.Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}

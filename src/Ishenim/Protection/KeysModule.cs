using Ishenim.Core.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Ishenim.Protection;

/// <summary>The keys of cookies and forms: in the database, and read when the first of the staff comes.</summary>
internal static class KeysModule
{
    /// <param name="services">With sign-in and pages added already: they, too, add the reading at the start, which goes here.</param>
    public static void AddKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("ishenim");
        // It reads the keys at the start, and what reads XML with them, before anybody is answered.
        services.Remove(services.Single(service => service.ImplementationType?.Name == "DataProtectionHostedService"));
        services.AddOptions<KeyManagementOptions>().Configure<DatabaseGate>((options, database) => options.XmlRepository = new DatabaseKeys(database));
    }
}

using System.Reflection;
using Ishenim.Core.Appeals;
using Ishenim.Core.Boxes;
using Ishenim.Core.Commission;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Ishenim.Core.Storage;

/// <summary>
/// The database as one school sees it. Every row of another school is filtered out; a context without a school
/// (<see cref="NoSchool"/>) sees only the tables that belong to the installation.
/// </summary>
public sealed class IshenimDb(DbContextOptions<IshenimDb> options, SchoolId school) : DbContext(options)
{
    public static readonly SchoolId NoSchool = new(Guid.Empty);

    /// <summary>The school whose rows this context sees.</summary>
    public SchoolId School { get; } = school;

    /// <summary>This school's rows, read by SQL inside this context's transaction.</summary>
    public SchoolSql Sql() => new SchoolSql.Within(this);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<SchoolId>().HaveConversion<SchoolId.Converter>();
        configurationBuilder.Properties<PersonId>().HaveConversion<PersonId.Converter>();
        configurationBuilder.Properties<AppealId>().HaveConversion<AppealId.Converter>();
        configurationBuilder.Properties<BoxId>().HaveConversion<BoxId.Converter>();
        configurationBuilder.Properties<OpeningId>().HaveConversion<OpeningId.Converter>();
        configurationBuilder.Properties<ConvocationId>().HaveConversion<ConvocationId.Converter>();
        configurationBuilder.Properties<MeetingId>().HaveConversion<MeetingId.Converter>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(IshenimDb).Assembly);
        modelBuilder.Entity<School>().HasQueryFilter(school => School == NoSchool || school.Id == School);
        var keepApart = typeof(IshenimDb).GetMethod(nameof(KeepApart), BindingFlags.Instance | BindingFlags.NonPublic)!;
        foreach (var type in modelBuilder.Model.GetEntityTypes().Select(type => type.ClrType).ToList())
            if (typeof(IOfSchool).IsAssignableFrom(type))
                keepApart.MakeGenericMethod(type).Invoke(this, [modelBuilder]);
        ShareConverters(modelBuilder.Model);
    }

    /// <summary>One converter of a kind for all columns: each compiles functions of its own, and there are a hundred columns with ids.</summary>
    private static void ShareConverters(IMutableModel model)
    {
        var shared = new Dictionary<Type, ValueConverter>();
        foreach (var property in model.GetEntityTypes().SelectMany(type => type.GetProperties()))
            if (property.GetValueConverter() is { } own && own.GetType().Assembly == typeof(IshenimDb).Assembly && !shared.TryAdd(own.GetType(), own))
                property.SetValueConverter(shared[own.GetType()]);
    }

    private void KeepApart<T>(ModelBuilder modelBuilder)
        where T : class, IOfSchool =>
        modelBuilder.Entity<T>().HasQueryFilter(row => row.School == School);
}

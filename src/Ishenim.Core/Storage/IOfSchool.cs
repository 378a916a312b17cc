using Ishenim.Core.Schools;

namespace Ishenim.Core.Storage;

/// <summary>A row that belongs to one school: its key begins with the school, and a query filter keeps schools apart.</summary>
public interface IOfSchool
{
    SchoolId School { get; }
}

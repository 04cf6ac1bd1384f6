"""Do the tests bite? Mutation testing of rules and kit."""

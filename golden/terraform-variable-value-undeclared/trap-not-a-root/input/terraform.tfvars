for_another_tool = 1

mock_provider "null" {}

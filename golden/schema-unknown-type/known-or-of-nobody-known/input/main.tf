resource "aws_sns_topic" "alerts" {
}

resource "terraform_data" "main" {
}

data "terraform_remote_state" "network" {
  backend = "local"
}

resource "datadog_monitor" "cpu" {
}

# Of the beta provider no schemas are known.
resource "google_quantum_computer" "main" {
  provider = google-beta
}

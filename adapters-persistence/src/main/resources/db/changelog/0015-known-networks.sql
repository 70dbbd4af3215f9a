--liquibase formatted sql logicalFilePath:0015-known-networks.sql

--changeset hexdesk:known-networks
--comment From where users have logged in of late. The network is a hash: nobody has to read from where.
CREATE TABLE known_networks (
  user_id bigint      NOT NULL,
  network text        COLLATE "C" NOT NULL,
  seen_at timestamptz NOT NULL,

  CONSTRAINT known_networks_network_unique PRIMARY KEY (user_id, network),
  CONSTRAINT known_networks_user_exists FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE,
  CONSTRAINT known_networks_network_valid CHECK (network ~ '^[0-9a-f]{64}$')
);
CREATE INDEX known_networks_by_last_login ON known_networks (seen_at);
--rollback DROP TABLE known_networks;

import { randomBytes } from 'node:crypto';

import type supertest from 'supertest';

import { bodyOf, type Http } from './http';
import { keepForAll } from './leaks/recorder';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export interface Credentials {
  email: string;
  password: string;
}

/** A logged-in administrator: each method is a supertest request with the bearer token. */
export interface Admin extends Record<Method, (url: string) => supertest.Test> {
  id: number;
  credentials: Credentials;
  token: string;
}

/** An administrator with a role of their own. */
export interface Staff extends Admin {
  /** Changes what they may do, to exactly this. */
  permit: (permissions: readonly Permission[]) => Promise<void>;
}

export interface Permission {
  action: string;
  subject?: string | null;
}

interface Data<T> {
  data: T;
}

interface Session {
  token: string;
  user: { id: number };
}

const newCredentials = (name: string): Credentials => {
  const password = `Pw1-${randomBytes(12).toString('hex')}`;
  keepForAll('an administrator’s password', password);
  return { email: `${name}-${randomBytes(4).toString('hex')}@example.com`, password };
};

const asAdmin = (http: Http, credentials: Credentials, session: Session): Admin => {
  const { token } = session;
  const request = (method: Method) => (url: string) =>
    http[method](url).auth(token, { type: 'bearer' });
  return {
    id: session.user.id,
    credentials,
    token,
    get: request('get'),
    post: request('post'),
    put: request('put'),
    patch: request('patch'),
    delete: request('delete'),
  };
};

/** Registers the first administrator of an empty database: a super administrator. */
export const registerSuperAdmin = async (http: Http): Promise<Admin> => {
  const credentials = newCredentials('super-admin');
  const response = await http
    .post('/admin/register-admin')
    .send({ ...credentials, firstname: 'Super', lastname: 'Admin' })
    .expect(200);
  return asAdmin(http, credentials, bodyOf<Data<Session>>(response).data);
};

export const login = async (http: Http, credentials: Credentials): Promise<Admin> => {
  const response = await http.post('/admin/login').send(credentials).expect(200);
  return asAdmin(http, credentials, bodyOf<Data<Session>>(response).data);
};

const createRole = async (superAdmin: Admin, name: string): Promise<number> => {
  const description = 'A role of the tests';
  const response = await superAdmin.post('/admin/roles').send({ name, description }).expect(201);
  return bodyOf<Data<{ id: number }>>(response).data.id;
};

const permitRole = async (
  superAdmin: Admin,
  role: number,
  permissions: readonly Permission[]
): Promise<void> => {
  await superAdmin
    .put(`/admin/roles/${role}/permissions`)
    .send({
      permissions: permissions.map(({ action, subject = null }) => ({
        action,
        subject,
        conditions: [],
        properties: {},
      })),
    })
    .expect(200);
};

/** Creates an administrator who may do exactly this, in a role of their own. */
export const createAdminWith = async (
  http: Http,
  superAdmin: Admin,
  permissions: readonly Permission[]
): Promise<Staff> => {
  const credentials = newCredentials('staff');
  const { email, password } = credentials;
  const role = await createRole(superAdmin, email);
  const permit = (wanted: readonly Permission[]) => permitRole(superAdmin, role, wanted);
  await permit(permissions);
  const invited = await superAdmin
    .post('/admin/users')
    .send({ firstname: 'Staff', email, roles: [role] })
    .expect(201);
  const { registrationToken } = bodyOf<Data<{ registrationToken: string }>>(invited).data;
  const response = await http
    .post('/admin/register')
    .send({ registrationToken, userInfo: { firstname: 'Staff', password } })
    .expect(200);
  return { ...asAdmin(http, credentials, bodyOf<Data<Session>>(response).data), permit };
};
